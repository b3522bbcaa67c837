// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frequency_picture.h"
#include "plot_view.h"

namespace rheobase {

class MeasuredNumber;

/// The impedance of a session's neuron at rest, with its present parameters: magnitude and phase over frequency, and what the trace
/// tells of it under a sine.
class FrequencyPlot : public PlotView {
    Q_OBJECT
public:
    explicit FrequencyPlot(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override;
    const FrequencyScene& scene() const { return m_scene; }
    FrequencyPicture& magnitude() { return *m_magnitude; }
    FrequencyPicture& phase() { return *m_phase; }

protected:
    void draw() override;

private:
    double heldCurrent() const;
    void compose();
    void follow();
    void findResponse(double held);
    void findMarks(const Impedance& impedance);
    void findMeasured();
    void showReadout();
    void showWords();

    Session& m_session;
    FrequencyScene m_scene;
    FrequencyPicture *m_magnitude, *m_phase, *m_reading; // the last: where it is or was pointed at
    MeasuredNumber* m_words;
    std::optional<Impedance> m_impedance;
    std::vector<double> m_for; // parameters and current
    double m_held = 0, m_around = 0;
};

}
