// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pointed_plot.h"

#include <QByteArray>
#include <QPolygonF>

#include <optional>
#include <string>
#include <vector>

namespace rheobase {

/// What was read off a family over a potential or a time, as a value: lines that are computed densely, and circles at what was asked for.
struct ClampGraph {
    struct Line {
        QString label;                   ///< as drawLabel() takes it: "peak I_Na"
        std::string column;              ///< as tables name it
        Quantity of;                     ///< gives the colour
        bool isSecond = false;           ///< of two of one colour
        QPolygonF curve, dots{};         ///< the dots of the steps
        std::optional<QPointF> chosen{}; ///< that of the chosen step
    };
    /// A place with a name, as a hollow ring.
    struct Mark {
        QPointF at;
        QString label;
        Quantity of;
    };
    QString title, across;    ///< the latter: the words below the axis
    std::string acrossColumn; ///< as tables name it
    Range range{0, 1}, up{0, 1};
    bool isLogarithmic = false;  ///< across
    bool hasNamesInside = false; ///< of the lines, beside them; else above
    Unit acrossUnit, unit;
    std::vector<Line> lines{};
    std::vector<Mark> marks{};
    std::optional<double> chosen{}; ///< where the chosen step is
};

/// Makes the range of values fit the lines; a share shows 0 to 1.
void fit(ClampGraph& graph, bool isShare);
/// The graphs as a table: one row a point, with the series that it is of.
QByteArray graphTable(const std::vector<ClampGraph>& graphs);

/// Such a graph as a card; the chosen step is an amber line through it.
class GraphPicture : public PointedPlot {
    Q_OBJECT
public:
    explicit GraphPicture(QWidget* parent = nullptr) : PointedPlot(parent) {}

    const ClampGraph& graph() const { return m_graph; }
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setGraph(ClampGraph graph);

protected:
    void drawInside(QPainter& painter) const override;
    QPointF stride(bool isFine) const override { return {isFine ? 0.005 : 0.05, 0}; }
    std::optional<QPointF> meant(QPointF, bool) const override { return std::nullopt; }
    void read() override;

private:
    QStringList linesAt(double x) const;
    bool hasRoomForLegend() const;
    void drawDot(QPainter& painter, QPointF at, double radius, const QColor& colour, bool isFilled) const;
    QRectF drawMark(QPainter& painter, const ClampGraph::Mark& mark) const;
    void drawNames(QPainter& painter, std::vector<QRectF> taken) const;
    std::optional<QRectF> placeOf(const ClampGraph::Line& line, const std::vector<QRectF>& taken) const;
    bool isFree(const QRectF& place, const std::vector<QRectF>& taken) const;

    ClampGraph m_graph;
};

}
