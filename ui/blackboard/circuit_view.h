// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "circuit_layout.h"
#include "live_values.h"

#include <QWidget>

namespace rheobase {

/// The membrane as a circuit with its live values: charges on the capacitor, currents as arrows.
class CircuitView : public QWidget {
    Q_OBJECT
public:
    explicit CircuitView(Session& session, QWidget* parent = nullptr);

    /// What is where.
    const CircuitLayout& diagram() const { return m_diagram; }
    /// An element's value and its unit.
    std::pair<QString, QString> shownValue(const CircuitElement& element) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// Marks a quantity; index −1: nothing.
    void highlight(rheobase::Role role, int index);

signals:
    /// The mouse or the keyboard points at a quantity; index −1: at nothing any more.
    void hovered(rheobase::Role role, int index);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void adoptModel();
    void arrange();
    void refresh();
    double valueOf(const CircuitElement& element) const;
    bool isHidden(const CircuitElement& element) const;
    QString explain(const CircuitElement& element) const;
    const CircuitElement* elementAt(QPointF at) const;
    void point(std::optional<Name> name);

    void paintWires(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintSymbol(QPainter& painter, const CircuitElement& element) const;
    void paintLabel(QPainter& painter, const CircuitElement& element) const;
    double openness(const Branch& branch) const;
    double strength(double current) const;

    Session& m_session;
    const Model* m_model = nullptr; // whose branches these are: the session may have another for a moment
    std::vector<Branch> m_branches;
    CircuitLayout m_diagram;
    LiveValues m_live;
    double m_charging = 0; // the current onto the capacitor
    double m_greatest = 1; // the current of the longest arrow
    std::optional<Name> m_highlight, m_pointed;
    std::optional<std::size_t> m_current; // the element of the arrow keys
};

}
