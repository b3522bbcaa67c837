// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ladder.h"
#include "plot.h"
#include "trace_row.h"

#include <QByteArray>
#include <QWidget>

#include <memory>
#include <vector>

namespace rheobase {

/// "Leaky integrate-and-fire, leak off".
QString nameOf(const LadderNeuron& neuron);
/// The ladder as a table: "model,time_ms,V_mV,I_over_I_th" and the recorded rows of each neuron.
QByteArray ladderTable(const Ladder& ladder);

/// A ladder as cards: the potential of each neuron, below them the stimulus, all with one time axis.
class LadderPicture : public QWidget {
    Q_OBJECT
public:
    explicit LadderPicture(QWidget* parent = nullptr);
    ~LadderPicture() override;

    const Ladder& ladder() const { return m_ladder; }
    /// Takes over what is to be seen; draws nothing.
    void setScene(Ladder ladder);
    const PlotStyle& plotStyle() const { return m_style; }
    void setPlotStyle(const PlotStyle& style) { m_style = style; }
    /// Draws it anew; the widget is painted at the next opportunity.
    void replot();
    /// Draws it over 0,0 … size with another painter, as vectors.
    void render(QPainter& painter, QSize size);
    /// The cards from top to bottom, the stimulus last.
    const std::vector<Plot*>& plots() const { return m_plots; }

signals:
    void changed(); ///< has to be drawn again

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Titles, curves and axes in the style as it is; so many columns of points.
    void dress(double columns);
    void dressRung(std::size_t index, double width);
    void dressStimulus();
    void read(Plot* plot, std::optional<QPointF> pixel);
    std::vector<int> heights(int whole) const;
    void layOut();

    Ladder m_ladder;
    PlotStyle m_style;
    std::vector<Plot*> m_plots;
};

}
