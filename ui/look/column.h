// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace rheobase {

/// Panels above each other that scroll up and down: as wide as the widest of them needs, the scroll bar beside them and never over them.
class Column : public QScrollArea {
    Q_OBJECT
public:
    /// `name` is for those who do not see it.
    Column(std::initializer_list<QWidget*> panels, const QString& name, QWidget* parent = nullptr);
    /// Adds a panel below the others.
    void add(QWidget* panel);
    /// Where the text is large it may be narrower than its panels, and scrolls sideways, too.
    void setScrollingAcross(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    bool m_scrollsAcross = false, m_isFitting = false;
};

}
