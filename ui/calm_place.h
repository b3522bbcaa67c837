// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <algorithm>

namespace rheobase {

/// A place for a label whose text changes often: the window is laid out anew only where the text needs more room than it ever had, or,
/// where it is wrapped, another height.
class CalmPlace : public QWidget {
public:
    /// Becomes the label's parent.
    explicit CalmPlace(QLabel* label) : m_label(label) { label->setParent(this); }

    QSize sizeHint() const override { return m_room.expandedTo(m_label->sizeHint()).expandedTo(m_label->minimumSize()); }
    QSize minimumSizeHint() const override
    {
        return hasHeightForWidth() ? m_label->minimumSizeHint().expandedTo(m_label->minimumSize()) : sizeHint();
    }
    bool hasHeightForWidth() const override { return m_label->wordWrap(); }
    int heightForWidth(int width) const override { return std::max(m_label->heightForWidth(width), m_label->minimumHeight()); }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QLabel* m_label;
    QSize m_room;     // what was needed so far
    int m_height = 0; // what wrapped text needs at this width
};

}
