// SPDX-License-Identifier: GPL-3.0-or-later
#include "frequency_plot.h"

#include "calm_place.h"
#include "csv.h"
#include "measured_number.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rheobase {

namespace {

constexpr int points = 300;
constexpr double share = 0.58; // of the height, for the magnitude

/// Both plots share the margin at the left.
void align(FrequencyPicture& magnitude, FrequencyPicture& phase)
{
    const int left = std::max(magnitude.wantedLeftMargin(), phase.wantedLeftMargin());
    for (FrequencyPicture* picture : {&magnitude, &phase}) picture->setSideMargins(left, picture->wantedRightMargin());
}

}

FrequencyPlot::FrequencyPlot(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_magnitude(new FrequencyPicture(FrequencyPicture::Part::magnitude)),
      m_phase(new FrequencyPicture(FrequencyPicture::Part::phase)),
      m_reading(m_magnitude),
      m_words(new MeasuredNumber)
{
    setObjectName(QStringLiteral("impedance"));
    m_magnitude->setAccessibleName(tr("Impedance over frequency"));
    m_phase->setAccessibleName(tr("Phase of the impedance over frequency"));
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // Words that come and go must not move the plots.
    keepDressed(m_words, [this] { m_words->setMinimumHeight(4 * m_words->fontMetrics().lineSpacing()); });
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(m_magnitude, qRound(100 * share));
    column->addWidget(m_phase, qRound(100 * (1 - share)));
    column->addWidget(new CalmPlace(m_words));
    for (FrequencyPicture* picture : {m_magnitude, m_phase}) {
        picture->makeInteractive();
        connect(picture, &FrequencyPicture::changed, this, [this, picture] {
            if (picture->pointed()) m_reading = picture;
            refresh();
        });
    }
    connect(&session, &Session::experimentChanged, this, &FrequencyPlot::refresh);
    connect(&session, &Session::restarted, this, &FrequencyPlot::refresh);
    connect(&session, &Session::samplesArrived, this, &FrequencyPlot::follow);
}

/// The current around which the stimulus swings now.
double FrequencyPlot::heldCurrent() const { return holdingCurrent(m_session.experiment().stimulus, m_session.trace().latestTime()); }

/// A run changes nothing here but the current that is held, and what is measured.
void FrequencyPlot::follow()
{
    if (!isVisible()) return;
    const Trace& trace = m_session.trace();
    const bool swings = !trace.empty() && sineAt(m_session.experiment().stimulus, trace.latestTime());
    if (swings || m_scene.measured || heldCurrent() != m_held) refresh();
}

/// Around the current that is held; where the neuron does not rest under it, without current.
void FrequencyPlot::findResponse(double held)
{
    const Model& model = m_session.model();
    const auto& parameters = m_session.experiment().parameters;
    std::vector<double> key = parameters;
    key.push_back(held);
    if (m_scene.model == &model && key == m_for) return;
    m_for = std::move(key);
    m_held = m_around = held;
    m_scene = {.model = &model, .response = {}, .membrane = {}, .marks = {}, .measured = {}};
    m_impedance = impedanceAtRest(model, parameters, held);
    if (!m_impedance) m_impedance = impedanceAtRest(model, parameters, m_around = 0);
    if (!m_impedance) return;
    for (int i = 0; i <= points; ++i) {
        const double f = frequencyBand.first * std::pow(frequencyBand.second / frequencyBand.first, i / double{points});
        m_scene.response.push_back({f, m_impedance->at(f)});
        if (const auto Z = membraneImpedance(model, parameters, f)) m_scene.membrane.push_back({f, *Z});
    }
    findMarks(*m_impedance);
}

void FrequencyPlot::findMarks(const Impedance& impedance)
{
    const auto [from, to] = frequencyBand;
    const auto add = [&](std::optional<double> f, const QString& name) {
        if (f) m_scene.marks.push_back({{*f, impedance.at(*f)}, name.arg(shown(*f, "Hz", 3))});
    };
    add(resonance(impedance, from, to), tr("resonance %1"));
    add(cutoff(impedance, from, to), tr("cut-off %1"));
}

/// From the last periods of the trace since anything changed, and since the sine began.
void FrequencyPlot::findMeasured()
{
    m_scene.measured.reset();
    const Trace& trace = m_session.trace();
    if (trace.empty()) return;
    const auto sine = sineAt(m_session.experiment().stimulus, trace.latestTime());
    if (!sine) return;
    const double f = 1000 * sine->omega / (2 * std::numbers::pi),
                 changed = m_session.changes().empty() ? 0 : m_session.changes().back().time;
    const auto Z = measuredImpedance(trace, f, std::max(changed, sine->from), 2);
    if (Z && f >= frequencyBand.first && f <= frequencyBand.second) m_scene.measured = Response{f, *Z};
}

void FrequencyPlot::compose()
{
    findResponse(heldCurrent());
    findMeasured();
}

void FrequencyPlot::draw()
{
    compose();
    for (FrequencyPicture* picture : {m_magnitude, m_phase}) {
        restyle(picture);
        picture->setScene(m_scene);
    }
    align(*m_magnitude, *m_phase);
    showReadout();
    for (FrequencyPicture* picture : {m_magnitude, m_phase}) picture->replot();
    showWords();
}

void FrequencyPlot::showReadout()
{
    for (FrequencyPicture* picture : {m_magnitude, m_phase}) picture->setReadout(std::nullopt);
    if (!m_reading->pointed() || !m_impedance) return;
    const double frequency = m_reading->pointed()->x();
    const Response at{frequency, m_impedance->at(frequency)};
    const QStringList lines{tr("f = %1").arg(shown(at.frequency, "Hz", 3)),
                            tr("|Z| = %1").arg(shown(std::abs(at.impedance), impedanceUnit(m_session.model()), 3)),
                            tr("phase %1°").arg(shown(m_phase->place(at).y(), 3))};
    for (FrequencyPicture* picture : {m_magnitude, m_phase}) {
        const bool speaks = picture == m_reading;
        picture->setReadout(Readout{
            .x = at.frequency, .pointer = speaks ? std::optional(picture->pixelAt(picture->place(at))) : std::nullopt, .lines = lines});
    }
}

void FrequencyPlot::showWords()
{
    const Model& model = m_session.model();
    const auto magnitude = [&](const Response& at) { return shown(std::abs(at.impedance), impedanceUnit(model), 3); };
    const QString held = shown(m_held, model.input.unit);
    QStringList words;
    if (!m_impedance) words << tr("The neuron rests nowhere, so it has no impedance.");
    else if (m_around == m_held) words << tr("Around rest under %1").arg(held);
    else words << tr("Around rest without current: under %1 it does not rest").arg(held);
    for (const FrequencyMark& mark : m_scene.marks) words << tr("%1: |Z| = %2").arg(capitalised(mark.label), magnitude(mark.at));
    if (const auto& at = m_scene.measured)
        words << tr("Measured at %1: |Z| = %2, phase %3°")
                     .arg(shown(at->frequency, "Hz", 3), magnitude(*at), shown(m_phase->place(*at).y(), 3));
    const QString text = words.join(u'\n');
    if (text == m_words->text()) return;
    m_words->setText(text);
    if (const auto& at = m_scene.measured) m_words->setNumbers({{QStringLiteral("impedance"), magnitude(*at)}});
    else m_words->setNumbers({});
    for (FrequencyPicture* picture : {m_magnitude, m_phase}) picture->setAccessibleDescription(text);
}

ViewFigure FrequencyPlot::figure()
{
    compose();
    return {m_session.experiment(), [scene = m_scene](QPainter& painter, QSize size, const PlotStyle& style) {
                FrequencyPicture magnitude(FrequencyPicture::Part::magnitude), phase(FrequencyPicture::Part::phase);
                for (FrequencyPicture* picture : {&magnitude, &phase}) {
                    picture->setPlotStyle(style);
                    picture->setScene(scene);
                }
                align(magnitude, phase);
                renderStacked(painter, size, magnitude, phase, share);
            }};
}

QByteArray FrequencyPlot::table()
{
    compose();
    const Quantity Z{"Z", impedanceUnit(m_session.model()), 0, 0, 1, "impedance"};
    QByteArray table = "frequency_Hz," + QByteArray::fromStdString(columnName(Z)) + ",phase_deg\n";
    for (const Response& response : m_scene.response) {
        appendNumber(table, response.frequency);
        appendNumber(table += ',', std::abs(response.impedance));
        appendNumber(table += ',', m_phase->place(response).y());
        table += '\n';
    }
    return table;
}

}
