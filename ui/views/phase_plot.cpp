// SPDX-License-Identifier: GPL-3.0-or-later
#include "phase_plot.h"

#include "calm_place.h"
#include "chooser.h"
#include "live_values.h"
#include "phase_picture.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int tails[] = {20, 50, 100, 200, 500};
constexpr double reach = 9; // pixels around a fixed point within which the pointer reads it

QComboBox* box(const QString& name, const QString& meaning, const char* id)
{
    auto* made = new Chooser;
    made->setObjectName(QLatin1String(id));
    made->setAccessibleName(name);
    made->setToolTip(meaning);
    return made;
}

/// "−0.2 ± 0.38i, −4.7" for the eigenvalues of a fixed point.
QString shownEigenvalues(const Eigenvalues& values)
{
    QStringList parts;
    for (const auto& value : values) {
        if (value.imag() < 0) continue; // told with its conjugate
        parts << (value.imag() > 0 ? QStringLiteral("%1\u00a0±\u00a0%2i").arg(shown(value.real(), 3), shown(value.imag(), 3))
                                   : shown(value.real(), 3));
    }
    return parts.join(QStringLiteral(", ")) + QStringLiteral("\u00a0/\u2060ms");
}

}

PhasePlot::PhasePlot(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_picture(new PhasePicture),
      m_up(box(tr("Vertical axis"), tr("What goes up"), "up")),
      m_across(box(tr("Horizontal axis"), tr("What goes across"), "across")),
      m_rest(box(tr("Other states"), tr("What the states do that are not shown"), "rest")),
      m_tail(box(tr("Tail"), tr("How much of the past is shown"), "tail")),
      m_axes(new QWidget),
      m_others(new QWidget),
      m_words(new QLabel),
      m_wordsPace(200, [this] { showWords(); })
{
    setObjectName(QStringLiteral("phase-plane"));
    m_clock.start();
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_picture->makeInteractive();
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addLayout(makeChoosers());
    column->addWidget(m_picture, 1);
    column->addWidget(new CalmPlace(m_words));

    connect(m_picture, &PhasePicture::changed, this, &PhasePlot::refresh);
    connect(m_picture, &PhasePicture::chosen, this, &PhasePlot::setStateAt);
    connect(&session, &Session::modelChanged, this, &PhasePlot::adoptModel);
    for (const auto change :
         {&Session::samplesArrived, &Session::experimentChanged, &Session::restarted, &Session::transportChanged, &Session::veilChanged})
        connect(&session, change, this, &PhasePlot::refresh);
    connect(&session, &Session::readingsDue, &m_wordsPace, &Pace::ask);
    adoptModel();
    keepDressed(m_words, [this] { fitWords(); });
}

QBoxLayout* PhasePlot::makeChoosers()
{
    const auto sideBySide = [](QWidget* parent, std::initializer_list<QWidget*> widgets) {
        auto* row = new QHBoxLayout(parent);
        row->setContentsMargins({});
        for (QWidget* widget : widgets) row->addWidget(widget);
        return row;
    };
    auto* others = new QLabel(tr("Other states"));
    others->setBuddy(m_rest);
    m_rest->addItems({tr("as they are now"), tr("at their steady state")});
    for (const int tail : tails) m_tail->addItem(tr("last %1").arg(shown(tail, "ms")), tail);
    for (QComboBox* chooser : {m_up, m_across, m_rest, m_tail}) connect(chooser, &QComboBox::activated, this, &PhasePlot::readBoxes);
    sideBySide(m_axes, {m_up, new QLabel(tr("over")), m_across});
    sideBySide(m_others, {others, m_rest})->setStretch(1, 1);
    auto* first = new QHBoxLayout;
    first->addWidget(m_axes);
    first->addStretch();
    first->addWidget(m_tail);
    auto* rows = new QVBoxLayout;
    rows->addLayout(first);
    rows->addWidget(m_others);
    return rows;
}

void PhasePlot::adoptModel()
{
    m_pointsFor.clear();
    m_changesFor.clear();
    m_words->clear();
    setChoice(usualChoice(m_session.model()));
}

void PhasePlot::setChoice(const PhaseChoice& choice)
{
    const std::size_t states = m_session.model().state.size();
    m_choice = choice;
    if (m_choice.across >= states || !m_choice.up) m_choice.across = 0; // a rate is shown of V alone
    if (m_choice.up && *m_choice.up >= states) m_choice.up = usualChoice(m_session.model()).up;
    if (m_choice.up == m_choice.across) m_choice.up = m_choice.across == 0 ? states - 1 : 0;
    if (states == 1) m_choice.up.reset();
    m_calmAcross.reset();
    m_calmUp.reset();
    fillBoxes();
    emit choiceChanged();
    refresh();
}

void PhasePlot::fillBoxes()
{
    const Model& model = m_session.model();
    const std::size_t states = model.state.size();
    m_up->clear();
    m_across->clear();
    for (std::size_t i = 0; i < states; ++i)
        for (QComboBox* chooser : {m_up, m_across}) chooser->addItem(fromView(model.state[i].symbol), static_cast<int>(i));
    m_up->addItem(axisLabel(model, std::nullopt).section(u' ', 0, 0), -1);
    m_up->setCurrentIndex(static_cast<int>(m_choice.up.value_or(states)));
    m_across->setCurrentIndex(static_cast<int>(m_choice.across));
    m_rest->setCurrentIndex(m_choice.rest == Rest::held ? 0 : 1);
    m_tail->setCurrentIndex(std::max(0, m_tail->findData(static_cast<int>(m_choice.tail))));
    m_axes->setVisible(states > 1);
    m_others->setVisible(states > (m_choice.up ? 2u : 1u) && (m_choice.across == 0 || m_choice.up == 0u));
    fitWords();
    m_picture->setAccessibleName(tr("Phase plane: %1 over %2").arg(axisLabel(model, m_choice.up), axisLabel(model, m_choice.across)));
}

/// Words that come and go must not move the picture.
void PhasePlot::fitWords()
{
    m_words->setMinimumHeight((m_session.model().state.size() > 1 ? 4 : 2) * m_words->fontMetrics().lineSpacing());
}

void PhasePlot::readBoxes()
{
    PhaseChoice choice = m_choice;
    const int up = m_up->currentData().toInt();
    choice.up = up < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(up));
    choice.across = static_cast<std::size_t>(m_across->currentData().toInt());
    if (choice.up == choice.across) { // the other one makes way
        if (choice.up != m_choice.up) choice.across = m_choice.up.value_or(m_choice.across == 0 ? 1 : 0);
        else choice.up = m_choice.across;
    } else if (!choice.up && choice.across != 0 && choice.across != m_choice.across) choice.up = 0;
    choice.rest = m_rest->currentIndex() == 0 ? Rest::held : Rest::followsPotential;
    choice.tail = m_tail->currentData().toInt();
    setChoice(choice);
}

void PhasePlot::compose()
{
    const LiveValues live(m_session);
    const Values now = live.values();
    const Experiment& experiment = m_session.experiment();
    findPoints(now.input);
    PhaseScene scene;
    scene.model = &m_session.model();
    scene.choice = m_choice;
    scene.trail = phaseTrail(m_session.trace(), m_choice);
    scene.lines = phaseLines(experiment, m_session.restingPotential());
    scene.marks = phaseMarks(m_choice, m_points);
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    const auto [across, up] = phaseRanges(scene, m_points, experiment, now.input);
    scene.across = m_calmAcross.update(across, seconds);
    scene.up = m_calmUp.update(up, seconds);
    addFlow(scene, experiment, {now.state.begin(), now.state.end()}, now.input);
    m_picture->setScene(std::move(scene));
}

void PhasePlot::draw()
{
    restyle(m_picture);
    compose();
    showReadout();
    m_picture->replot();
    if (!m_session.isRunning() || m_words->text().isEmpty()) showWords();
}

/// They are sought anew only where parameters or current are others.
void PhasePlot::findPoints(double I)
{
    const Model& model = m_session.model();
    std::vector<double> key = m_session.experiment().parameters;
    key.push_back(I);
    if (key == m_pointsFor) return;
    m_points = fixedPoints(model, m_session.experiment().parameters, I);
    m_pointsFor = std::move(key);
}

/// The values at a place; those of a fixed point where one is near.
QStringList PhasePlot::readoutAt(QPointF at) const
{
    const Model& model = m_session.model();
    const auto& marks = m_picture->scene().marks;
    const auto isNear = [&](const PhaseMark& mark) { return QLineF(m_picture->pixelAt(mark.at), m_picture->pixelAt(at)).length() < reach; };
    const auto near = std::ranges::find_if(marks, isNear);
    const auto value = [&](std::size_t state, double x) {
        return QStringLiteral("%1 = %2").arg(fromView(model.state[state].symbol), shown(x, model.state[state].unit, 3));
    };
    if (near == marks.end()) {
        QStringList lines{value(m_choice.across, at.x())};
        if (m_choice.up) lines << value(*m_choice.up, at.y());
        return m_session.veil().isLocked(stateName) ? lines : lines << tr("click: set the state");
    }
    const FixedPoint& point = m_points[static_cast<std::size_t>(near - marks.begin())];
    QStringList lines{near->label};
    for (std::size_t i = 0; i < model.state.size(); ++i) lines << value(i, point.state[i]);
    lines << tr("λ = %1").arg(shownEigenvalues(point.eigenvalues));
    return m_session.veil().isLocked(stateName) ? lines : lines << tr("click: set the state");
}

void PhasePlot::showReadout()
{
    const auto at = m_picture->pointed();
    if (!at) return m_picture->setReadout(std::nullopt);
    m_picture->setReadout(Readout{.x = at->x(), .pointer = m_picture->pixelAt(*at), .lines = readoutAt(*at)});
}

/// The bifurcations in words, a line a kind.
QStringList PhasePlot::bifurcationsInWords()
{
    if (m_session.veil().hides("bifurcations")) return {};
    if (const auto& parameters = m_session.experiment().parameters; m_changesFor != parameters) {
        m_changes = stabilityChanges(m_session.model(), parameters);
        m_changesFor = parameters;
    }
    const auto unit = m_session.model().input.unit;
    QStringList hopf, frequencies, saddleNode;
    for (const StabilityChange& change : m_changes) {
        (change.period > 0 ? hopf : saddleNode) << shown(change.I);
        if (change.period > 0) frequencies << shown(1000 / change.period, 3);
    }
    const auto joined = [](const QStringList& values, std::string_view of) {
        return (values.join(tr(" and ")) + u' ' + fromView(of)).trimmed();
    };
    QStringList words;
    if (!hopf.isEmpty()) words << tr("Hopf bifurcation at %1 (%2)").arg(joined(hopf, unit), joined(frequencies, "Hz"));
    if (!saddleNode.isEmpty()) words << tr("Saddle-node bifurcation at %1").arg(joined(saddleNode, unit));
    return words;
}

/// The fixed points in words: for reading, and for who does not see the picture.
void PhasePlot::showWords()
{
    if (!isVisible() || m_pointsFor.empty()) return;
    const auto marks = phaseMarks(m_choice, m_points);
    QStringList words;
    for (std::size_t i = 0; i < m_points.size(); ++i)
        words << tr("Fixed point at %1: %2").arg(shown(m_points[i].state[0], m_session.model().state[0].unit), marks[i].label)
              << tr("λ = %1").arg(shownEigenvalues(m_points[i].eigenvalues));
    if (m_points.empty()) words << tr("No fixed point");
    const QString text = (words + bifurcationsInWords()).join(u'\n');
    if (m_words->text() == text) return;
    m_words->setText(text);
    m_picture->setAccessibleDescription(text);
}

void PhasePlot::setStateAt(QPointF value)
{
    const Model& model = m_session.model();
    std::vector<std::optional<double>> state(model.state.size());
    const auto put = [&](std::size_t i, double x) { state[i] = std::clamp(x, model.state[i].domain.least, model.state[i].domain.most); };
    put(m_choice.across, value.x());
    if (m_choice.up) put(*m_choice.up, value.y());
    if (const Sentence refusal = m_session.setState(state); !refusal.empty()) emit m_session.remarked(spoken(refusal));
}

ViewFigure PhasePlot::figure()
{
    if (!isVisible()) compose();
    return figureOf<PhasePicture>(m_session.experiment(), m_picture->scene());
}

QByteArray PhasePlot::table()
{
    if (!isVisible()) compose();
    return phaseTable(m_picture->scene());
}

}
