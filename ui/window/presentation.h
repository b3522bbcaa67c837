// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "symbol.h"
#include "theme.h"

#include <QPointer>
#include <QRect>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QDockWidget;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QMainWindow;
class QMenu;
class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace rheobase {

class EquationPanel;
class KeyDisplay;
class QuantityEditor;
class Session;
class TraceStack;

/// A window as a room sees it: one line of readings, one plot or view, the equation, and the sliders that are pinned. It borrows what the
/// window has, and gives it back as it was.
class Presentation : public QWidget {
    Q_OBJECT
public:
    /// What is borrowed.
    struct Parts {
        QMainWindow* window;
        QSplitter* splitter; ///< the panels, and the plots with what belongs to them
        QWidget* scopeBar;
        TraceStack* stack;
        std::vector<QDockWidget*> views;
        KeyDisplay* keys;
    };
    Presentation(Session& session, Parts parts);

    bool isOn() const { return m_before.has_value(); }
    /// Fills the screen, text so many times as large.
    void begin(double scale);
    void end();
    /// 0: the plot of the potential; 1 …: a view in its place.
    void enlarge(int which);
    /// Entries of the menu in the line of readings.
    void addEntries(const QList<QAction*>& entries);

signals:
    void hovered(rheobase::Role role, int index); ///< as EquationPanel says it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// An editor that is here, and what keeps its place.
    struct Loan {
        QPointer<QuantityEditor> editor;
        QPointer<QWidget> place;
    };
    /// How things were.
    struct Before {
        QByteArray docks, splitter;
        Qt::WindowStates state;
        QRect geometry;
        TextSize size;
        QStringList shownRows;
        QPointer<QWidget> focus;
        bool hadScopeBar;
    };
    QWidget* makeLine();
    QLabel* addReading(QHBoxLayout* row, const QString& name, const QString& id);
    QWidget* makeFoot();
    void fillMenu();
    std::vector<int> listed() const;
    void refresh();
    void giveBackView();
    void gather();
    void giveBackEditors();
    std::vector<QuantityEditor*> wanted() const;
    bool isVeiled(const QuantityEditor& editor) const;
    void arrange();

    Session& m_session;
    Parts m_parts;
    std::optional<Before> m_before;
    QLabel *m_name, *m_rate, *m_spikes, *m_time;
    QMenu* m_menu;
    QHBoxLayout* m_line;
    QVBoxLayout* m_column;
    QScrollArea* m_room; // of a view, which may need more
    QGridLayout* m_sliders;
    EquationPanel* m_equation = nullptr; // while it is on
    QVBoxLayout* m_board;
    QWidget* m_shown = nullptr;
    int m_which = -1;
    std::vector<Loan> m_loans;
    QTimer m_gathering;
};

}
