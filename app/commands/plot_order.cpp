// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_order.h"

#include "command_line.h"
#include "experiment_options.h"
#include "export.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::PlotOrder)
};

constexpr int mostDpi = 2400;

}

QList<QCommandLineOption> plotOptions(const QString& plot, const QString& usual)
{
    return {{"plot", plot, "FILE"},
            {"size", Words::tr("Size of the plot (%1).").arg(usual), "WxHmm"},
            {"dpi", Words::tr("Dots per inch of a PNG (300)."), "N"}};
}

PlotOrder plotOrderFrom(const QCommandLineParser& parser)
{
    PlotOrder order{.path = pathFrom(parser, "plot"), .size = {}};
    if (parser.isSet("size")) order.size = sizeFrom(parser.value("size"));
    if (parser.isSet("dpi"))
        order.dpi = static_cast<int>(std::min<std::uint64_t>(countFrom(parser.value("dpi"), 30, "--dpi"), mostDpi + 1));
    if (order.dpi > mostDpi) refuse(Words::tr("--dpi is at most %1, not %2.").arg(mostDpi).arg(parser.value("dpi")));
    if (!order.isWanted() && (parser.isSet("size") || parser.isSet("dpi"))) refuse(Words::tr("--size and --dpi need --plot FILE."));
    if (order.isWanted() && !QStringList{"png", "svg", "pdf"}.contains(QFileInfo(order.path).suffix(), Qt::CaseInsensitive))
        refuse(Words::tr("--plot writes .png, .svg or .pdf, not \"%1\".").arg(order.path));
    return order;
}

QByteArray drawn(const PlotOrder& order, const FigureContent& content, QSizeF usual)
{
    QString error;
    const QByteArray bytes =
        drawFigure(order.path, content, {order.size.isValid() ? order.size : usual, static_cast<double>(order.dpi)}, {}, &error);
    if (bytes.isEmpty()) throw Failure{Failure::impossible, error};
    return bytes;
}

}
