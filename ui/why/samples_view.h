// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace rheobase {

class Session;

/// The piece of the trace that a number was measured of, with each interval told below it.
class SamplesView : public QWidget {
    Q_OBJECT
public:
    static constexpr double aroundSpike = 5; ///< ms on either side of a single spike
    explicit SamplesView(const Session& session, QWidget* parent = nullptr);
    /// The spikes (ms) between which intervals are, or one spike; without any, nothing is shown.
    void setSpikes(std::vector<double> spikes);
    const std::vector<double>& spikes() const { return m_spikes; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawTrace(QPainter& painter, const QRectF& place) const;
    void drawIntervals(QPainter& painter, const QRectF& place) const;
    double xOf(double time, const QRectF& place) const { return place.left() + (time - m_from) / (m_to - m_from) * place.width(); }

    const Session& m_session;
    std::vector<double> m_spikes;
    double m_from = 0, m_to = 1; // ms
};

}
