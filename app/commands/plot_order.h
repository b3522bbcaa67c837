// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure.h"

#include <QCommandLineOption>
#include <QSizeF>

class QCommandLineParser;

namespace rheobase {

/// A plot that a command is asked for.
struct PlotOrder {
    QString path; ///< empty: not wanted
    QSizeF size;  ///< mm; where it is not valid: what the plot needs
    int dpi = 300;

    bool isWanted() const { return !path.isEmpty(); }
};

/// --plot, which is told in `plot`, --size, whose usual value is told in `usual`, and --dpi.
QList<QCommandLineOption> plotOptions(const QString& plot, const QString& usual);
/// What these ask for; refuses what is wrong with it.
PlotOrder plotOrderFrom(const QCommandLineParser& parser);

/// The bytes of a plot in the format that its name asks for; throws the Failure of one that cannot be drawn.
QByteArray drawn(const PlotOrder& order, const FigureContent& content, QSizeF usual);

}
