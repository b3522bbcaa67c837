// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pointed_plot.h"
#include "strength_duration.h"

#include <QByteArray>
#include <QPolygonF>

#include <optional>

namespace rheobase {

/// All that a strength–duration curve shows, as a value: the window, figures and tables are made from it.
struct StrengthScene {
    const Model* model = nullptr;
    Range across{0.1, 100};         ///< ms
    StrengthDuration curve{};       ///< without widths as long as there is none
    QPolygonF lapicque;             ///< width, threshold of the closed form; empty where there is none
    std::optional<QPointF> pulse{}; ///< width and current of the present stimulus, if it is a pulse
    QString instead{};              ///< words in the place of a curve
    /// The threshold at a width, between the points of the curve; NaN where there is none.
    double thresholdAt(double width) const;
    /// The band of currents that shows all of it.
    Range up() const;
};

/// The scene as a table: "width_ms,threshold_nA,charge_pC" and a row a width, with Lapicque's threshold where it is known.
QByteArray strengthTable(const StrengthScene& scene);

/// A strength–duration curve as a card, both axes logarithmic: thresholds over Lapicque's, rheobase and chronaxie, the present pulse.
class StrengthPicture : public PointedPlot {
    Q_OBJECT
public:
    explicit StrengthPicture(QWidget* parent = nullptr);

    const StrengthScene& scene() const { return m_scene; }
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setScene(StrengthScene scene);

protected:
    void drawInside(QPainter& painter) const override;
    QPointF stride(bool isFine) const override;
    /// A pulse; near the curve, and by keys, the threshold.
    std::optional<QPointF> meant(QPointF pulse, bool isByKeys) const override;
    void read() override;

private:
    void drawRheobase(QPainter& painter) const;
    void drawChronaxie(QPainter& painter) const;
    void drawNote(QPainter& painter, QPointF baseline, const QString& words) const;
    void drawDot(QPainter& painter, QPointF value, const QColor& colour, bool isFilled) const;

    StrengthScene m_scene;
};

}
