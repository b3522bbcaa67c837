// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pace.h"

#include <QBasicTimer>
#include <QLabel>

#include <map>

namespace rheobase {

/// A place for a label whose text changes often: the window is laid out anew only where the text needs more room than it ever had, or,
/// where it is wrapped, more lines than lately.
class CalmPlace : public QWidget {
public:
    /// Becomes the label's parent.
    explicit CalmPlace(QLabel* label);

    QSize sizeHint() const override
    {
        return m_rooms[fontMetrics().height()].expandedTo(m_label->sizeHint()).expandedTo(m_label->minimumSize());
    }
    QSize minimumSizeHint() const override
    {
        return hasHeightForWidth() ? m_label->minimumSizeHint().expandedTo(m_label->minimumSize()) : sizeHint();
    }
    bool hasHeightForWidth() const override { return m_label->wordWrap(); }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void fit();
    void fitHeight();

    QLabel* m_label;
    mutable std::map<int, QSize> m_rooms; // what was needed so far, by the height of the text
    int m_forWidth = -1, m_height = 0;    // what wrapped text lately needed at this width
    Pace m_pace;
    QBasicTimer m_calm; // until the text is taken for settled
};

}
