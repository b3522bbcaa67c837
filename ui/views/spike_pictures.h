// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot.h"
#include "spike_train.h"

namespace rheobase {

/// How often each inter-spike interval came, as bars.
class IntervalPicture : public Plot {
    Q_OBJECT
public:
    explicit IntervalPicture(QWidget* parent = nullptr);
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setHistogram(const IntervalHistogram& histogram);
    const IntervalHistogram& histogram() const { return m_histogram; }

protected:
    void drawInside(QPainter& painter) const override;

private:
    IntervalHistogram m_histogram;
};

/// The instantaneous firing rate over the time of a run.
class RateHistoryPicture : public Plot {
    Q_OBJECT
public:
    explicit RateHistoryPicture(QWidget* parent = nullptr);
    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setRates(std::span<const RatePoint> rates);

protected:
    void drawInside(QPainter& painter) const override;

private:
    std::vector<QPointF> m_points;
};

}
