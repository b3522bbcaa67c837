// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "default_mark.h"
#include "quantity_slider.h"

#include <QLineEdit>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace rheobase {

class MeasuredNumber;
class ReadingQuestion;

/// A quantity's name, symbol, slider and value box. It proposes values by edited(); its owner shows what came of it by
/// setValue() or refuse().
class QuantityEditor : public QWidget {
    Q_OBJECT
public:
    explicit QuantityEditor(const Quantity& quantity, QWidget* parent = nullptr);
    ~QuantityEditor() override;

    double value() const { return m_value; }
    void setValue(double value);
    /// Explains why the last proposal was refused; the last good value stays.
    void refuse(const QString& sentence);
    QuantitySlider& slider() { return *m_slider; }
    /// A remark at the right of the name ("rheobase 2.00"); `what`: the measure that it tells.
    void setNote(const QString& note, const QString& what = {});
    /// What the name line says, and the symbol at the left of the slider, where they differ from the table's.
    void setNamed(const QString& name, std::string_view symbol);
    /// What stands behind the number where the quantity has no unit.
    void setUnitShown(const QString& unit);
    void setHighlighted(bool on);
    /// Pinned: it stays where others go, as in a presentation.
    void setPinned(bool on);
    bool isPinned() const { return m_isPinned; }
    /// Locked: to be seen, not to be changed; its tool tip says so.
    void setLocked(bool on);
    /// Without what only the usual panels have: the pin, and the mark of a default.
    void setPlain() { m_isPlain = true, showPin(), m_mark->setUnwanted(); }
    /// Whether what was typed is not set yet: refused, or asked back.
    bool isOpen() const { return m_typing; }

signals:
    void pinned(bool on); ///< by the user
    void gestureStarted();
    void edited(double value);
    void hovered(bool inside);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void propose(double value);
    void typed(const QString& text);
    void finishTyping();
    void ask(const QString& text, const std::vector<double>& readings);
    void stopAsking();
    void markRefused(bool refused);
    void showValue();
    void dress();
    void showPin();

    Quantity m_quantity;
    QString m_name;
    double m_value, m_typingFrom = 0;
    bool m_highlighted = false, m_typing = false, m_refused = false, m_isPinned = false, m_isLocked = false, m_isPlain = false;
    QString m_remark, m_remarkOf, m_openTip;
    QLabel* m_title;
    MeasuredNumber* m_note;
    QLabel *m_symbol, *m_unit, *m_refusal;
    DefaultMark* m_mark;
    QToolButton* m_pin;
    QuantitySlider* m_slider;
    QLineEdit* m_box;
    ReadingQuestion* m_question = nullptr; // while there is one
};

}
