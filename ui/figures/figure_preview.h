// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure_sheet.h"

#include <QWidget>

namespace rheobase {

/// A figure on a sheet of paper, as large as fits.
class FigurePreview : public QWidget {
    Q_OBJECT
public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void present(const FigureContent& content, const FigureSize& size, const FigureStyle& style);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    std::optional<FigureContent> m_content;
    FigureSize m_size;
    FigureStyle m_style;
};

}
