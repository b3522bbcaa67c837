// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview.h"
#include "plot.h"

namespace rheobase {

/// A class's sketches of one question, laid over each other in pencil on one axis; those of a misconception stand out.
class SketchesPlot : public Plot {
    Q_OBJECT
public:
    SketchesPlot();
    /// `tag`: the misconception that stands out, by its words; `neuron`: what the neuron does, drawn last where it is there.
    void setDrawing(const Overview::Drawing& drawing, const std::string& tag, const QString& words, const Stroke& neuron);
    /// For who sits at the back of a room.
    void setLarge(bool isLarge);

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    Overview::Drawing m_drawing;
    std::string m_tag;
    QString m_words;
    Stroke m_neuron;
    bool m_isLarge = false;
};

}
