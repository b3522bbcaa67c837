// SPDX-License-Identifier: GPL-3.0-or-later
#include "strength_plot.h"

#include "calm_place.h"
#include "measured_number.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int coarse = 24, fine = 96; // steps between widths
constexpr double before = 20;         // ms of rest before an injected pulse
constexpr double after = 60;          // ms after it that a paused neuron lives on

/// Three decades around most chronaxies, more where it takes more to see the rheobase or the straight fall.
Range bandAround(double chronaxie) { return {chronaxie < 0.5 ? 0.01 : 0.1, chronaxie > 20 ? 1000 : 100}; }

std::vector<double> widthsOf(Range across, int steps)
{
    std::vector<double> widths;
    for (int i = 0; i <= steps; ++i)
        widths.push_back(i == steps ? across.second : across.first * std::pow(across.second / across.first, i / double(steps)));
    return widths;
}

/// What the curve depends on is the same.
bool agree(const Experiment& a, const Experiment& b)
{
    return a.model == b.model && a.parameters == b.parameters && a.spikeLevel == b.spikeLevel && a.spikeRearm == b.spikeRearm;
}

/// The width and current of a stimulus that is a pulse.
std::optional<QPointF> pulseOf(const Experiment& experiment)
{
    if (experiment.stimulus.empty()) return std::nullopt;
    const StimulusComponent& first = experiment.stimulus.front();
    const auto value = [&](Part part) { return first.values[*indexOf(first.shape->values, part)]; };
    if (first.shape->id == "step") return QPointF(value(Part::end) - value(Part::onset), value(Part::amplitude));
    if (first.shape->id == "pulse-train") return QPointF(value(Part::width), value(Part::amplitude));
    return std::nullopt;
}

/// With so many significant digits, to the nearest or upwards.
double rounded(double x, int digits, double (*round)(double))
{
    const double unit = std::pow(10, digits - 1 - std::floor(std::log10(x)));
    return round(x * unit) / unit;
}

}

StrengthPlot::StrengthPlot(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_picture(new StrengthPicture),
      m_words(new MeasuredNumber),
      m_search(find, [this](Answer answer) { take(std::move(answer)); })
{
    setObjectName(QStringLiteral("strength-duration"));
    m_picture->setAccessibleName(tr("Threshold current over pulse width"));
    m_picture->makeInteractive();
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // Words that come and go must not move the plot.
    keepDressed(m_words, [this] { m_words->setMinimumHeight(4 * m_words->fontMetrics().lineSpacing()); });
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(m_picture, 1);
    column->addWidget(new CalmPlace(m_words));

    connect(m_picture, &StrengthPicture::changed, this, &StrengthPlot::refresh);
    connect(m_picture, &StrengthPicture::chosen, this, &StrengthPlot::inject);
    connect(&session, &Session::modelChanged, this, &StrengthPlot::forget);
    connect(&session, &Session::experimentChanged, this, &StrengthPlot::compute);
}

std::optional<StrengthPlot::Answer> StrengthPlot::find(const Question& question, const std::stop_token& stop)
{
    auto curve = strengthDuration(question.experiment, widthsOf(question.across, question.isFine ? fine : coarse), stop);
    return curve ? std::optional(Answer{question, *std::move(curve)}) : std::nullopt;
}

bool StrengthPlot::isSettled() const
{
    if (!m_session.model().fires()) return true;
    return m_answer && m_answer->question.isFine && agree(m_answer->question.experiment, m_session.experiment());
}

/// Of another model.
void StrengthPlot::forget()
{
    m_search.cancel();
    m_answer.reset();
    m_wanted.reset();
}

void StrengthPlot::compute()
{
    if (!isVisible()) return;
    refresh();
    const Experiment& live = m_session.experiment();
    if (!live.model->fires() || (m_wanted && agree(*m_wanted, live))) return;
    m_wanted = live;
    if (m_isRefining) m_search.cancel(); // a coarse curve is soon done, and shown while a slider moves
    m_isRefining = false;
    const Range across = m_answer ? bandAround(m_answer->curve.chronaxie) : Range(0.1, 100);
    m_search.ask({live, across, false});
}

void StrengthPlot::take(Answer answer)
{
    m_answer = std::move(answer);
    m_isRefining = !m_answer->question.isFine && m_wanted && agree(m_answer->question.experiment, *m_wanted);
    if (m_isRefining) m_search.ask({*m_wanted, bandAround(m_answer->curve.chronaxie), true});
    refresh();
}

StrengthScene StrengthPlot::wantedScene() const
{
    const Model& model = m_session.model();
    StrengthScene scene;
    scene.model = &model;
    if (!model.fires()) scene.instead = tr("no spikes");
    else if (!m_answer) scene.instead = tr("computing…");
    if (!m_answer) return scene;
    scene.across = m_answer->question.across;
    scene.curve = m_answer->curve;
    if (std::ranges::any_of(scene.curve.thresholds, [](double I) { return I > 0; })) scene.pulse = pulseOf(m_session.experiment());
    else scene.instead = tr("no threshold");
    for (const double width : scene.curve.widths)
        if (const auto I = lapicqueThreshold(model, m_answer->question.experiment.parameters, width)) scene.lapicque << QPointF(width, *I);
    return scene;
}

void StrengthPlot::draw()
{
    restyle(m_picture);
    m_picture->setScene(wantedScene());
    m_picture->replot();
    const QString text = words();
    if (text == m_words->text()) return;
    m_words->setText(text);
    const StrengthScene& scene = m_picture->scene();
    m_words->setNumbers({{QStringLiteral("rheobase"), shown(scene.curve.rheobase, m_session.model().input.unit)},
                         {QStringLiteral("chronaxie"), shown(scene.curve.chronaxie, "ms", 3)}});
    m_picture->setAccessibleDescription(text);
}

QString StrengthPlot::words() const
{
    if (!m_session.model().fires()) return tr("This model has no spikes and so no threshold.");
    const StrengthScene& scene = m_picture->scene();
    const std::vector<double>&widths = scene.curve.widths, &thresholds = scene.curve.thresholds;
    const double rheobase = scene.curve.rheobase, chronaxie = scene.curve.chronaxie;
    if (widths.empty()) return tr("Pulses from rest: the least that makes a spike is searched for each width.");
    if (scene.curve.isGraded)
        return tr("None: graded. A stronger pulse makes a higher response; none is all or none, and so there is no threshold.");
    if (std::ranges::all_of(thresholds, [](double I) { return std::isnan(I); })) return tr("No pulse makes this neuron fire.");
    if (std::ranges::all_of(thresholds, [](double I) { return I == 0; })) return tr("This neuron fires by itself: it needs no pulse.");
    const Model& model = m_session.model();
    const QString charge = shown(widths.front() * thresholds.front(), chargeUnit(model), 3);
    QStringList lines;
    if (rheobase == 0) lines << tr("Without a leak every current is enough in time: what counts is the charge, %1.").arg(charge);
    else if (std::isnan(chronaxie)) lines << tr("Rheobase %1").arg(shown(rheobase, model.input.unit));
    else lines << tr("Rheobase %1, chronaxie %2").arg(shown(rheobase, model.input.unit), shown(chronaxie, "ms", 3));
    if (rheobase > 0) lines << tr("Charge of a pulse of %1: %2").arg(shown(widths.front(), "ms"), charge);
    if (scene.pulse)
        if (const double ratio = scene.pulse->y() / scene.thresholdAt(scene.pulse->x()); std::isfinite(ratio))
            lines << tr("The pulse of %1 and %2: %3 × threshold")
                         .arg(shown(scene.pulse->x(), "ms", 3), shown(scene.pulse->y(), model.input.unit), shown(ratio, 3));
    lines << tr("A click injects a pulse of that width and current.");
    return lines.join(u'\n');
}

/// Lets the neuron rest, then meet this pulse: a strength that is a threshold is rounded so that it is enough.
void StrengthPlot::inject(QPointF pulse)
{
    if (!(pulse.x() > 0 && pulse.y() > 0)) return;
    const bool isThreshold = pulse.y() == m_picture->scene().thresholdAt(pulse.x());
    const double width = rounded(pulse.x(), 3, std::round), threshold = m_picture->scene().thresholdAt(width);
    const double I = isThreshold ? rounded(threshold, 4, std::ceil) : rounded(pulse.y(), 3, std::round);
    Experiment next = m_session.experiment();
    next.stimulus = {component(*stimulusShape("step"), injected(next))};
    const auto set = [&](Part part, double value) { next.stimulus[0].values[*indexOf(next.stimulus[0].shape->values, part)] = value; };
    set(Part::onset, before);
    set(Part::end, before + width);
    set(Part::amplitude, I);
    m_session.load(next, tr("Inject a pulse of %1 and %2").arg(shown(width, "ms"), shown(I, injected(next).unit)));
    if (!m_session.isRunning()) m_session.advanceBy(before + width + after);
}

ViewFigure StrengthPlot::figure() { return figureOf<StrengthPicture>(m_session.experiment(), m_picture->scene()); }

void StrengthPlot::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    compute();
}

void StrengthPlot::hideEvent(QHideEvent* event)
{
    PlotView::hideEvent(event);
    if (isSettled()) return;
    m_search.cancel();
    m_wanted.reset();
}

}
