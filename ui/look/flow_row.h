// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace rheobase {

/// Widgets side by side, in as many rows as the width demands. Those after addStretch() stand at the right.
class FlowRow : public QLayout {
public:
    using QLayout::QLayout;
    ~FlowRow() override;

    void insertWidget(int index, QWidget* widget);
    void addStretch() { m_right = count(); }

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Row {
        std::vector<QLayoutItem*> items;
        int right = 0, width = 0, height = 0; // right: how many of them stand at the right
    };
    std::vector<Row> rows(int width) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_right = 1 << 20;
};

}
