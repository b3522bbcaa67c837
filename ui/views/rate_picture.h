// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"
#include "pointed_plot.h"
#include "rheobase.h"

#include <QByteArray>
#include <QPolygonF>

#include <optional>
#include <vector>

namespace rheobase {

/// All that a curve of firing rate over current (f–I curve) shows, as a value: the window, figures and tables are made from it.
struct RateScene {
    /// A curve that was kept, and what differs in it from the live experiment.
    struct Ghost {
        QString label;
        QPolygonF curve;
    };
    const Model* model = nullptr;
    Range across{0, 1}, up{0, 1}; ///< current in the model's unit, rate in Hz
    QString reading;              ///< how the rate is read
    QPolygonF curve;              ///< current, rate; in order of current
    QPolygonF oscillation;        ///< current, and the frequency in Hz of what swings below the spike level there; NaN elsewhere
    QPolygonF formula;            ///< the closed form; empty where there is none
    std::vector<Ghost> ghosts;
    std::optional<Rheobase> rheobase;
    std::optional<QPointF> operating; ///< the stimulus's current and the curve's rate there
    bool isLive = true;               ///< the run is under that current now; else the point says what it assumes
    QString onset;                    ///< the type of its onset, in words
};

/// The rate of a curve at a current, between its points; NaN outside.
double rateAt(const QPolygonF& curve, double I);
/// The current at which a curve has a rate, the nearest to `I` of several; where it jumps over the rate, or never has it, the one at which it
/// comes nearest. NaN of a curve without points.
double currentAt(const QPolygonF& curve, double rate, double I);
/// The scene as a table: "series,I_nA,rate_Hz" and a row a point.
QByteArray rateTable(const RateScene& scene);

/// An f–I curve as a card: the live curve, the closed form and ghosts behind it, the rheobase, the operating point.
/// It can be dragged along, or up and down to a rate, and arrow keys move it both ways. It glows while the run is under its current.
class RatePicture : public PointedPlot {
    Q_OBJECT
public:
    using PointedPlot::PointedPlot;

    const RateScene& scene() const { return m_scene; }
    /// What the operating point assumes, where the run is not under its current; else empty.
    QString assumption() const;
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setScene(RateScene scene);

signals:
    void dragStarted();
    void dragged(double I);                    ///< the operating point is wanted there
    void draggedToRate(double rate, double I); ///< that rate (Hz) is wanted; the curve has it at I, as far as its points tell

protected:
    void drawInside(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void read() override;

private:
    void drawRheobase(QPainter& painter) const;
    void drawUpright(QPainter& painter, double I, const QString& label, double below = 0) const;
    void drawOperating(QPainter& painter) const;
    void drawAssumption(QPainter& painter, QPointF at) const;
    void drawOnset(QPainter& painter) const;
    bool isNearOperating(QPointF pixel) const;
    bool isOnOperating(QPointF pixel) const;
    void showGrip(QPointF pixel);
    void drag(QPointF pixel);
    void moveTo(double I);
    void moveToRate(double rate);

    enum class Way { undecided, along, up };
    RateScene m_scene;
    bool m_dragging = false;
    Way m_way = Way::along;
    QPointF m_pressed;   // pixel
    double m_offset = 0; // Hz from there to the point
};

}
