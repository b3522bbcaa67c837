// SPDX-License-Identifier: GPL-3.0-or-later
#include "export.h"

#include "csv.h"
#include "data_file.h"
#include "experiment_file.h"
#include "whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// How many remarks a table begins with.
qsizetype remarksIn(const QByteArray& table)
{
    qsizetype remarks = 0;
    for (qsizetype place = 0; place < table.size() && table[place] == '#'; ++remarks) {
        place = table.indexOf('\n', place) + 1;
        if (place == 0) break;
    }
    return remarks;
}

}

QByteArray drawFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                      std::span<const Change> changes)
{
    const FigureFormat* const format = formatOf(figureFormats, path);
    if (!format) {
        *error = Words::tr("“%1” does not say what to write: let the name end in one of %2.")
                     .arg(QFileInfo(path).fileName(), endingsOf(figureFormats));
        return {};
    }
    const FigureSheet sheet{content, size, style, toLine(experimentOf(content), changes)};
    const QByteArray bytes = (sheet.*format->drawn)();
    if (bytes.isEmpty())
        *error = Words::tr("%1 × %2 pixels cannot be drawn: choose another size or resolution, or a vector format (SVG, PDF).")
                     .arg(size.pixels().width())
                     .arg(size.pixels().height());
    return bytes;
}

bool saveFigure(const QString& path, const FigureContent& content, const FigureSize& size, const FigureStyle& style, QString* error,
                std::span<const Change> changes)
{
    WholeFile file(path); // before drawing: an impossible place is said at once
    if (!file.problem().isEmpty()) return file.commit(error);
    const QByteArray bytes = drawFigure(path, content, size, style, error, changes);
    if (bytes.isEmpty()) return false;
    file.write(bytes);
    return file.commit(error);
}

bool saveSpikes(const QString& path, const Trace& trace, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    QByteArray text = withReaders(csvRemarks(experiment, changes)) + "spike_time_ms\n";
    for (const double time : trace.spikes()) {
        appendNumber(text, time);
        text += '\n';
    }
    WholeFile file(path);
    file.write(text);
    return file.commit(error);
}

bool saveTable(const QString& path, const QByteArray& table, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    WholeFile file(path);
    file.write(withReaders(csvRemarks(experiment, changes), remarksIn(table)) + table);
    return file.commit(error);
}

QMimeData* figureMimeData(const FigureContent& content, const FigureSize& size, const FigureStyle& style, const QByteArray& table,
                          std::span<const Change> changes)
{
    const FigureSheet sheet{content, size, style, toLine(experimentOf(content), changes)};
    auto* mime = new QMimeData;
    for (const FigureFormat& format : figureFormats) {
        if (!format.isPasted) continue;
        const QByteArray bytes = (sheet.*format.drawn)();
        mime->setData(QLatin1String(format.mime), bytes);
        if (!mime->hasImage()) mime->setImageData(QImage::fromData(bytes));
    }
    mime->setData(QLatin1String(dataFormats[0].mime), table);
    mime->setText(toSpreadsheet(table, QLocale::system()));
    return mime;
}

}
