// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QLabel>
#include <QPointer>

#include <vector>

namespace rheobase {

/// Somebody wants to know why a number is what it is. Goes from the number up through the widgets around it, to the first that accepts it.
class WhyAsked : public QEvent {
public:
    static Type kind();
    WhyAsked(QString about, QWidget* number, QRect where) : QEvent(kind()), what(std::move(about)), from(number), place(where) {}
    QString what;           ///< a measure's id, or a derived quantity's identifier
    QPointer<QWidget> from; ///< where it was asked
    QRect place;            ///< of the number in it
};

/// A label with numbers that were measured, which can be asked why: by a click, or by Return while it has the focus; arrow keys choose among
/// several. A dotted line below says so.
class MeasuredNumber : public QLabel {
    Q_OBJECT
public:
    /// A number as it stands in the text, and what it is of: a measure's id, or a derived quantity's identifier.
    struct Number {
        QString what, text;
        bool operator==(const Number&) const = default;
    };
    explicit MeasuredNumber(const QString& text = {}, QWidget* parent = nullptr);
    /// Makes the whole label one number; of nothing, if `what` is empty.
    void setAbout(const QString& what);
    /// Says which parts of the text are numbers, in their order there.
    void setNumbers(std::vector<Number> numbers);
    /// Where the number of something stands in the label; empty where it does not.
    QRect placeOf(const QString& what) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Place {
        QString what;
        QRect where;
    };
    std::vector<Place> places() const;
    const Place* placeAt(const std::vector<Place>& places, QPoint at) const;
    void ask(const Place& place);

    std::vector<Number> m_numbers;
    std::size_t m_current = 0;
    QString m_pressed;
};

}
