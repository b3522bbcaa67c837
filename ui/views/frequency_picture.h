// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frequency.h"
#include "pointed_plot.h"

namespace rheobase {

/// An impedance at a frequency in Hz.
struct Response {
    double frequency;
    std::complex<double> impedance;
};

/// A frequency that has a name.
struct FrequencyMark {
    Response at;
    QString label; ///< "cut-off 19.9 Hz"
};

/// All that a frequency response shows, as a value: the window, figures and tables are made from it.
struct FrequencyScene {
    const Model* model = nullptr;
    std::vector<Response> response; ///< by rising frequency; empty where the neuron does not rest
    std::vector<Response> membrane; ///< of R and C alone; empty where the model is more
    std::vector<FrequencyMark> marks;
    std::optional<Response> measured; ///< under a sine, from the trace
};

/// The band of frequencies in Hz that is shown.
inline constexpr Range frequencyBand{0.1, 1000};

/// The magnitude or the phase of an impedance over frequency, as a card.
class FrequencyPicture : public PointedPlot {
    Q_OBJECT
public:
    enum class Part { magnitude, phase };
    explicit FrequencyPicture(Part part, QWidget* parent = nullptr);

    /// Takes over what is to be seen, in the style as it is; draws nothing.
    void setScene(const FrequencyScene& scene);
    /// Where a response is in this plot.
    QPointF place(const Response& response) const;

protected:
    void drawInside(QPainter& painter) const override;
    QPointF stride(bool isFine) const override;
    std::optional<QPointF> meant(QPointF, bool) const override { return std::nullopt; }

private:
    void drawDot(QPainter& painter, const Response& at, const QColor& colour, bool isFilled) const;
    void drawMark(QPainter& painter, const FrequencyMark& mark, double row) const;

    Part m_part;
    FrequencyScene m_scene;
};

}
