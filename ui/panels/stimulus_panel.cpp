// SPDX-License-Identifier: GPL-3.0-or-later
#include "stimulus_panel.h"

#include "chooser.h"
#include "editor_list.h"
#include "heading.h"
#include "nice.h"
#include "sealed.h"
#include "seed_box.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QToolButton>

#include <cmath>

namespace rheobase {

namespace {

QToolButton* flatButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setProperty("role", QStringLiteral("flat"));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    pad(line, {4, 0, 4, 0}, 6);
    for (QWidget* widget : widgets) line->addWidget(widget, qobject_cast<QComboBox*>(widget) ? 1 : 0);
    return row;
}

QComboBox* chooser(const QString& spoken, const QString& name)
{
    auto* combo = new Chooser;
    combo->setAccessibleName(spoken);
    combo->setObjectName(name);
    combo->setMinimumContentsLength(10);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

/// A time from one episode to the next that leaves a pause.
double usualPeriod(double end) { return std::max(repetition.value, niceAbove(1.3 * end)); }

/// What may stay of the repetition when a stimulus got other shapes.
void fitRepetition(Stimulus& stimulus)
{
    const auto end = endOf(stimulus);
    if (!end) stimulus.repeat = 0;
    else if (stimulus.repeat > 0 && stimulus.repeat <= *end) stimulus.repeat = usualPeriod(*end);
}

/// What lessons call a value of a stimulus: "two-pulses.gap".
std::string settingOf(const StimulusShape& shape, const Quantity& value) { return std::string(shape.id) + '.' + identifier(value.symbol); }

constexpr Noise::Kind noiseKinds[] = {Noise::Kind::none, Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck};

}

StimulusPanel::StimulusPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_stimulus(new EditorList(session)),
      m_noise(new EditorList(session)),
      m_solver(new EditorList(session)),
      m_solverHeading(flatButton({}, tr("Show or hide the solver's settings")))
{
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 6);
    column->addWidget(sectionHeading(tr("Stimulus")));
    column->addWidget(m_stimulus);
    column->addWidget(sectionHeading(tr("Noise")));
    column->addWidget(m_noise);
    column->addWidget(m_solverHeading);
    column->addWidget(m_solver);
    m_solverHeading->setProperty("role", QStringLiteral("section"));
    m_solverHeading->setCheckable(true);
    m_solverHeading->setObjectName(QStringLiteral("solverHeading"));
    const auto disclose = [this](bool open) {
        m_solver->setVisible(open);
        m_solverHeading->setText((open ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + tr("Solver").toUpper());
    };
    connect(m_solverHeading, &QToolButton::toggled, this, disclose);
    disclose(false);
    connect(&session, &Session::experimentChanged, this, &StimulusPanel::refresh);
    connect(&session, &Session::rheobaseChanged, this, &StimulusPanel::showRheobase);
    connect(&session, &Session::veilChanged, this, &StimulusPanel::rebuild);
    rebuild();
}

bool StimulusPanel::hasSameForm() const
{
    const Experiment& e = m_session.experiment();
    return m_model == e.model && m_noiseKind == e.noise.kind && std::ranges::equal(m_shapes, e.stimulus, {}, {}, &StimulusComponent::shape);
}

void StimulusPanel::refresh()
{
    if (!hasSameForm()) return rebuild();
    for (EditorList* list : {m_stimulus, m_noise, m_solver}) list->refresh();
    showRepetition();
    m_seed->setValue(m_session.experiment().seed);
    m_solvers->setCurrentIndex(m_solvers->findData(static_cast<int>(m_session.experiment().solver)));
}

void StimulusPanel::rebuild()
{
    const Experiment& e = m_session.experiment();
    m_model = e.model;
    m_noiseKind = e.noise.kind;
    m_shapes.clear();
    m_currents.clear();
    for (EditorList* list : {m_stimulus, m_noise, m_solver}) list->clear();
    for (std::size_t i = 0; i < e.stimulus.size(); ++i) {
        m_shapes.push_back(e.stimulus[i].shape);
        addComponent(i);
    }
    auto* add = flatButton(tr("+ Add a shape"), tr("Adds a shape to the stimulus: the currents add up"));
    add->setObjectName(QStringLiteral("addShape"));
    connect(add, &QToolButton::clicked, this, [this] {
        changeShapes([this](Experiment& next) { next.stimulus.push_back(component(*stimulusShape("step"), m_session.model().input)); });
    });
    lock(add, "stimulus");
    m_stimulus->addWidget(add);
    addRepetition();
    Quantity injection = m_session.model().input;
    injection.value = injection.max / 2;
    QuantityEditor* held = m_stimulus->add(
        injection, [](const Experiment& x) { return x.injection; }, [](Experiment& x, double v) { x.injection = v; },
        fromView(injectionName));
    held->setNamed(tr("Injected while Space is held"), "ΔI");
    held->setToolTip(tr("A pulse by hand: this current is added for as long as Space or the button is held"));
    addNoise();
    addSolver();
    showRheobase();
}

void StimulusPanel::addComponent(std::size_t index)
{
    const Quantity& input = m_session.model().input;
    const StimulusShape* shape = m_session.experiment().stimulus[index].shape;
    auto* shapes = chooser(tr("Shape of the stimulus"), QStringLiteral("shape%1").arg(index));
    for (const StimulusShape& each : stimulusShapes()) {
        shapes->addItem(spoken(each.name));
        shapes->setItemData(shapes->count() - 1, spoken(each.meaning), Qt::ToolTipRole);
    }
    shapes->setCurrentIndex(static_cast<int>(shape - stimulusShapes().data()));
    connect(shapes, &QComboBox::activated, this, [this, index](int chosen) {
        const StimulusShape& next = stimulusShapes()[static_cast<std::size_t>(chosen)];
        changeShapes([&](Experiment& e) { e.stimulus[index] = component(next, injected(e)); });
    });
    auto* remove = flatButton(QStringLiteral("×"), tr("Remove this shape"));
    remove->setVisible(m_session.experiment().stimulus.size() > 1);
    connect(remove, &QToolButton::clicked, this, [this, index] {
        changeShapes([index](Experiment& e) { e.stimulus.erase(e.stimulus.begin() + static_cast<std::ptrdiff_t>(index)); });
    });
    for (QWidget* control : std::initializer_list<QWidget*>{shapes, remove}) lock(control, "stimulus");
    m_stimulus->addWidget(rowOf({shapes, remove}));

    const auto rows = quantities(*shape, input);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        QuantityEditor* editor = m_stimulus->add(
            rows[k], [index, k](const Experiment& e) { return e.stimulus[index].values[k]; },
            [index, k](Experiment& e, double v) { e.stimulus[index].values[k] = v; }, {}, settingOf(*shape, rows[k]));
        const bool isCurrent = rheobase::isCurrent(rows[k].part);
        const QString meaning = spoken(rows[k].meaning);
        editor->setNamed(isCurrent && rows.size() == 1 ? tr("Input current") : capitalised(meaning),
                         isCurrent ? input.symbol : std::string_view());
        if (!isCurrent) continue;
        editor->slider().setColouredAs(input);
        m_currents.push_back(editor);
    }
}

void StimulusPanel::addRepetition()
{
    m_repeats = new QCheckBox(tr("Repeat the stimulus"));
    m_repeats->setObjectName(QStringLiteral("repeats"));
    m_stimulus->addWidget(rowOf({m_repeats}));
    m_period = m_stimulus->add(
        repetition, [](const Experiment& e) { return e.stimulus.repeat > 0 ? e.stimulus.repeat : repetition.value; },
        [](Experiment& e, double v) { e.stimulus.repeat = v; });
    m_period->setNamed(tr("Repeat every"), {});
    connect(m_repeats, &QCheckBox::toggled, this, [this](bool on) {
        if (on == (m_session.experiment().stimulus.repeat > 0)) return;
        change([on](Experiment& e) { e.stimulus.repeat = on ? usualPeriod(endOf(e.stimulus).value_or(0)) : 0; });
        showRepetition(); // where it was refused
    });
    showRepetition();
}

void StimulusPanel::showRepetition()
{
    const Stimulus& stimulus = m_session.experiment().stimulus;
    const bool ends = endOf(stimulus).has_value();
    m_repeats->setEnabled(ends);
    m_repeats->setChecked(stimulus.repeat > 0);
    m_repeats->setToolTip(ends
                              ? tr("The stimulus begins again and again, so that what it does is seen without a restart; what lasts, lasts")
                              : tr("Nothing ends here that could begin again: choose a step, pulses, a ramp or a sine"));
    m_period->setVisible(stimulus.repeat > 0);
}

void StimulusPanel::addNoise()
{
    auto* kinds = chooser(tr("Kind of noise"), QStringLiteral("noise"));
    for (const Noise::Kind kind : noiseKinds) kinds->addItem(capitalised(spoken(nameOf(kind))));
    kinds->setCurrentIndex(static_cast<int>(m_noiseKind));
    connect(kinds, &QComboBox::activated, this, [this](int chosen) {
        const Noise::Kind kind = noiseKinds[chosen];
        const double habit = 0.1 * m_session.model().input.value;
        change([&](Experiment& e) { e.noise.kind = kind, e.noise.sigma = e.noise.sigma > 0 ? e.noise.sigma : habit; });
    });
    lock(kinds, "noise");
    m_noise->addWidget(rowOf({kinds}));
    const auto rows = noiseQuantities(m_noiseKind, m_session.model().input);
    if (!rows.empty())
        m_noise->add(
            rows[0], [](const Experiment& e) { return e.noise.sigma; }, [](Experiment& e, double v) { e.noise.sigma = v; }, {},
            "noise.sigma");
    if (rows.size() > 1)
        m_noise->add(
            rows[1], [](const Experiment& e) { return e.noise.tau; }, [](Experiment& e, double v) { e.noise.tau = v; }, {}, "noise.tau");

    m_seed = new SeedBox(m_session.experiment().seed);
    m_seed->setObjectName(QStringLiteral("seedBox"));
    m_seed->setAccessibleName(tr("Seed of the noise"));
    const auto setSeed = [this](std::uint64_t seed) { change([seed](Experiment& e) { e.seed = seed; }); };
    connect(m_seed, &SeedBox::edited, this, setSeed);
    auto* another = flatButton(tr("Another"), tr("Takes another seed: another noise with the same statistics"));
    connect(another, &QToolButton::clicked, this, [setSeed] { setSeed(QRandomGenerator::global()->bounded(1'000'000u)); });
    for (QWidget* control : std::initializer_list<QWidget*>{m_seed, another}) lock(control, "seed");
    auto* label = new QLabel(tr("Seed"));
    label->setProperty("role", QStringLiteral("faint"));
    auto* row = rowOf({label, m_seed, another});
    row->setVisible(m_noiseKind != Noise::Kind::none);
    m_noise->addWidget(row);
    const Model& model = m_session.model();
    if (m_noiseKind != Noise::Kind::white || !model.fires()) return;
    // As tst_spikes counts.
    auto* words = new QLabel(
        model.jumps ? tr("Held for a step; the threshold is lowered for what passes it in between. Rates are right for Δt up to %1.")
                          .arg(shown(model.step, "ms"))
                    : tr("Held for a step: counts of spikes are right for Δt up to %1.").arg(shown(5 * model.step, "ms")));
    words->setProperty("role", "faint");
    words->setWordWrap(true);
    m_noise->addWidget(words);
}

void StimulusPanel::addSolver()
{
    const Experiment& e = m_session.experiment();
    m_solvers = chooser(tr("Solver"), QStringLiteral("solver"));
    for (const SolverKind kind : solversFor(*e.model)) m_solvers->addItem(spoken(description(kind).name), static_cast<int>(kind));
    m_solvers->setCurrentIndex(m_solvers->findData(static_cast<int>(e.solver)));
    connect(m_solvers, &QComboBox::activated, this, [this](int) {
        const auto kind = static_cast<SolverKind>(m_solvers->currentData().toInt());
        change([kind](Experiment& next) { next.solver = kind; });
    });
    lock(m_solvers, "solver");
    m_solver->addWidget(rowOf({m_solvers}));
    Quantity step = stepSize;
    step.value = e.model->step;
    m_solver->add(
        step, [](const Experiment& x) { return x.dt; }, [](Experiment& x, double v) { x.dt = v; });
    QuantityEditor* duration = m_solver->add(
        runDuration, [](const Experiment& x) { return x.duration; }, [](Experiment& x, double v) { x.duration = v; });
    duration->setNamed(tr("Duration (commands, files)"), {});
    Quantity initial = e.model->state[0];
    const Neuron first = start(disguised(e)); // where it rests would tell what is sealed
    if (!e.initial[0]) initial.value = std::clamp(first.state[0], initial.min, initial.max);
    QuantityEditor* editor = m_solver->add(
        initial, [](const Experiment& x) { return start(disguised(x)).state[0]; }, [](Experiment& x, double v) { x.initial[0] = v; });
    editor->setNamed(tr("Initial potential (at restart)"), "V_0");
}

void StimulusPanel::showRheobase()
{
    const auto found = m_session.rheobase();
    const std::string_view unit = m_session.model().input.unit;
    std::vector<SliderTick> ticks;
    QString note;
    const bool isHidden = m_session.veil().hides("rheobase-tick") || m_session.veil().hides("rheobase");
    if (const auto pulse = m_session.pulseThreshold()) {
        const QString name = tr("threshold of a pulse of %1").arg(shown(pulse->width, "ms", 3));
        if (std::isfinite(pulse->I)) ticks.push_back({pulse->I, name, true});
        note = tr("threshold of %1: %2").arg(shown(pulse->width, "ms", 3), std::isfinite(pulse->I) ? shown(pulse->I, unit) : tr("none"));
    } else if (found && std::isfinite(found->spike)) {
        const bool differ = std::isfinite(found->sustained) && std::abs(found->sustained - found->spike) > 0.01 * std::abs(found->spike);
        ticks.push_back({found->spike, differ ? tr("rheobase, one spike") : tr("rheobase"), !differ});
        if (differ) ticks.push_back({found->sustained, tr("rheobase, lasting firing"), true});
        note = tr("rheobase %1")
                   .arg(differ ? QStringLiteral("%1 · %2").arg(shown(found->spike, 3), shown(found->sustained, unit, 3))
                               : shown(found->spike, unit));
    }
    if (found && found->isGraded && !m_session.pulseThreshold()) note = tr("no rheobase: graded");
    if (found && found->spike < 0 && !m_session.pulseThreshold()) note = tr("fires without input");
    const bool isRheobase = found && !note.isEmpty() && !m_session.pulseThreshold();
    for (QuantityEditor* editor : m_currents) {
        editor->slider().setTicks(isHidden ? std::vector<SliderTick>() : ticks);
        editor->setNote(editor == m_currents.front() && !isHidden ? note : QString(), isRheobase ? QStringLiteral("rheobase") : QString());
    }
}

void StimulusPanel::lock(QWidget* control, std::string_view setting)
{
    if (!m_session.veil().isLocked(setting)) return;
    control->setEnabled(false);
    control->setToolTip(lockedTip());
}

void StimulusPanel::change(const std::function<void(Experiment&)>& by)
{
    Experiment next = m_session.experiment();
    by(next);
    m_session.edit(next);
}

void StimulusPanel::changeShapes(const std::function<void(Experiment&)>& by)
{
    change([&by](Experiment& next) { by(next), fitRepetition(next.stimulus); });
}

}
