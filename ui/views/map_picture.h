// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pointed_plot.h"
#include "sweep.h"

#include <QByteArray>
#include <QImage>

#include <optional>

namespace rheobase {

/// The measures of which the colour of a parameter map tells one: firing rate, spikes, latency, regularity.
std::span<const std::string_view> mapMeasures();

/// All that a parameter map shows, as a value: the window, figures and tables are made from it.
struct MapScene {
    Quantity across, up;
    SweepResults results; ///< the first axis goes across, the second up
    std::string_view measure = mapMeasures().front();
    std::optional<QPointF> present; ///< the values of the live experiment
    /// The answer for a cell, that of a coarser grid as long as there is none of its own; null where there is nothing yet.
    const SweepPoint* at(std::size_t across, std::size_t up) const;
    /// The cell at two values; empty outside.
    std::optional<std::pair<std::size_t, std::size_t>> cellAt(QPointF values) const;
    /// What a neuron's answer has of the measure; NaN where there is none.
    double valueOf(const SweepPoint& point) const { return sweepAnswer(measure).of(point); }
    /// The least and the greatest value that the colours stand for.
    Range colours() const;
};

/// The scene as a table: a row a neuron, with every measure.
QByteArray mapTable(const MapScene& scene);

/// A parameter map as a card: an image over two parameters, a colour bar, the present point.
class MapPicture : public PointedPlot {
    Q_OBJECT
public:
    using PointedPlot::PointedPlot;

    const MapScene& scene() const { return m_scene; }
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setScene(MapScene scene);

protected:
    void drawInside(QPainter& painter) const override;
    QPointF home() const override { return m_scene.present.value_or(valueAt(axes().bottomLeft())); }
    QPointF stride(bool isFine) const override;
    std::optional<QPointF> meant(QPointF values, bool isByKeys) const override;
    void read() override;

private:
    QImage image() const;
    void drawBar(QPainter& painter) const;
    void drawPresent(QPainter& painter) const;

    MapScene m_scene;
};

}
