// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "picture.h"

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
    FigureContent m_content;
    FigureSize m_size;
    FigureStyle m_style;
};

}
