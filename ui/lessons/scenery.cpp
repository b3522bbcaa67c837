// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenery.h"

#include "change_card.h"
#include "course.h"
#include "cursors.h"
#include "ghosts.h"
#include "lesson_run.h"
#include "seal.h"
#include "sealed.h"
#include "setting.h"
#include "shadow_run.h"
#include "sketch_bench.h"
#include "sketch_plot.h"
#include "theme.h"
#include "trace_stack.h"
#include "words.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QUndoStack>

#include <algorithm>

namespace rheobase {

namespace {

constexpr std::size_t mostSliders = 4;      // under the plots
constexpr int roomForAll = 384 + 276 + 700; // px: lesson, panels, plots and views beside each other
constexpr const char* modelIsLocked = QT_TRANSLATE_NOOP("Tables", "The model is locked in this lesson.");

bool isListed(const std::vector<std::string>& names, const QString& name)
{
    return std::ranges::find(names, name.toStdString()) != names.end();
}

/// The experiment with all that is not locked as another has it.
Experiment withUnlocked(const Experiment& now, const Experiment& next, const Scene::Lock& lock)
{
    Experiment made = now;
    if (!lock.holds("stimulus")) made.stimulus = next.stimulus;
    if (!lock.holds("noise")) made.noise = next.noise;
    if (!lock.holds("clamp")) made.mode = next.mode, made.clamp = next.clamp;
    else if (now.clamp.steps == next.clamp.steps) made.clamp.chosen = next.clamp.chosen; // to choose is to look
    for (const std::string& name : settingNames(made))
        if (!lock.holds(name) && settingOf(next, name)) setValue(made, name, valueOf(next, name));
    if (!lock.holds(injectionName)) made.injection = next.injection;
    if (lock.holds("solver")) return made;
    Experiment rest = next; // what has no name
    rest.parameters = made.parameters, rest.stimulus = made.stimulus, rest.noise = made.noise, rest.seed = made.seed;
    rest.injection = made.injection, rest.mode = made.mode, rest.clamp = made.clamp;
    return rest;
}

Sentence refusal(const Experiment& now, const Experiment& next, const Scene::Lock& lock)
{
    if (now.model != next.model) return {modelIsLocked, {}};
    if (withUnlocked(now, next, lock) == next) return {};
    for (const std::string& name : settingNames(now))
        if (lock.holds(name) && settingOf(next, name) && valueOf(now, name) != valueOf(next, name)) return {settingIsLocked, {name}};
    if (now.mode != next.mode || now.clamp != next.clamp) return {settingIsLocked, {"clamp"}};
    return {settingIsLocked, {now.injection != next.injection ? std::string(injectionName) : "stimulus"}};
}

std::optional<double> valueAt(const Trace& trace, const Cursors::Place& place)
{
    if (trace.empty() || place.time < trace.startTime() || place.time > trace.latestTime()) return std::nullopt;
    return trace.value(place.column, std::max<std::size_t>(trace.firstAfter(place.time), 1) - 1);
}

/// What the cursors read.
std::map<std::string, double, std::less<>> readingsOf(const Cursors& cursors, const Session& session)
{
    std::map<std::string, double, std::less<>> readings{{"changes", static_cast<double>(session.changes().size())}};
    if (!cursors.isShown()) return readings;
    const Cursors::Place &a = cursors.place(Cursors::A), &b = cursors.place(Cursors::B);
    readings["cursor.A"] = a.time;
    readings["cursor.dt"] = b.time - a.time;
    const auto atA = valueAt(session.trace(), a), atB = valueAt(session.trace(), b);
    if (atA && atB && a.column == Columns::potential && b.column == Columns::potential) readings["cursor.dV"] = *atB - *atA;
    if (!cursors.fit().problem.empty()) return readings;
    readings["fit.tau"] = cursors.fit().tau;
    readings["fit.r2"] = cursors.fit().rSquared;
    return readings;
}

/// Without the rows, which are being written.
MeasuredRun measuredSince(const Session& session, double since)
{
    MeasuredRun run = measured(session.trace(), session.experiment(), since);
    run.trace = nullptr;
    return run;
}

}

Scenery::Scenery(Workplace place, QObject* parent)
    : QObject(parent),
      m_place(std::move(place)),
      m_before{.experiment = m_place.session.experiment(),
               .undoIndex = m_place.session.undoStack().index(),
               .state = m_place.window.saveState(),
               .speed = m_place.session.speed(),
               .window = m_place.stack.windowLength(),
               .kind = m_place.stack.timebase().kind(),
               .isRunning = m_place.session.isRunning(),
               .hasParameters = !m_place.parameters.isHidden(),
               .hasPresets = !m_place.presets.isHidden()},
      m_card(new ChangeCard(m_place.session)),
      m_making(
          [](const Wanted& wanted, const std::stop_token& stop) {
              const auto run = shadowRun(wanted.experiment, wanted.duration, true, stop);
              return run ? std::optional(Made{wanted, std::make_shared<const Trace>(std::move(run->trace))}) : std::nullopt;
          },
          [this](const Made& made) { m_place.ghosts.add(made.trace, made.wanted.experiment, made.wanted.name); })
{
    for (const PlotRow& row : m_place.stack.rows()) m_before.rows[row.id] = m_place.stack.isRowShown(row.id);
    m_place.plots.addWidget(m_card);
    m_place.models.setEnabled(false);
    m_place.models.setToolTip(lockedTip());
    m_place.presets.hide();
    connect(&m_place.session.undoStack(), &QUndoStack::indexChanged, this, &Scenery::keepWithinStep);
}

Scenery::~Scenery()
{
    m_making.cancel();
    closeBench();
    Session& session = m_place.session;
    session.undoStack().disconnect(this);
    forgetSealed();
    session.setVeil({});
    if (session.undoStack().count() >= m_before.undoIndex) session.undoStack().setIndex(m_before.undoIndex);
    if (session.experiment() != m_before.experiment) session.load(m_before.experiment, tr("Leave the lesson"));
    if (m_lesson && hasSeals(*m_lesson)) session.forgetRedo();
    session.setSpeed(m_before.speed);
    m_before.isRunning ? session.run() : session.pause();
    delete m_card;
    for (const auto& [id, isShown] : m_before.rows) m_place.stack.setRowShown(id, isShown);
    m_place.stack.setWindowLength(m_before.window);
    m_place.stack.timebase().setKind(m_before.kind);
    m_place.parameters.setVisible(m_before.hasParameters);
    m_place.models.setEnabled(true);
    m_place.models.setToolTip({});
    m_place.presets.setVisible(m_before.hasPresets);
    for (QDockWidget* view : m_place.views) view->toggleViewAction()->setVisible(true);
    m_place.window.restoreState(m_before.state);
}

/// A sealed neuron stays in its lesson: no kept trace and no step of undo brings it back.
void Scenery::forgetSealed()
{
    Ghosts& ghosts = m_place.ghosts;
    for (std::size_t i = ghosts.list().size(); i-- > 0;)
        if (isSealed(ghosts.list()[i].experiment)) ghosts.remove(i);
}

void Scenery::follow(LessonRun& run, bool isFresh)
{
    if (isFresh) closeBench();
    if (run.walk().isOver() || run.walk().isShut()) return; // there is a way back: what the last step hides stays hidden
    if (isFresh) {
        m_sketched = nullptr;
        m_undoFrom = m_place.session.undoStack().index();
        m_revealed.clear();
        if (run.walk().step().start.clearsGhosts)
            while (!m_place.ghosts.list().empty()) m_place.ghosts.remove(0);
        if (!m_lesson || run.walk().report().draw != m_draw) {
            m_lesson = std::make_shared<const Lesson>(run.walk().lesson());
            m_draw = run.walk().report().draw;
        }
        m_place.session.setVeil(veilOf(run.walk().step()));
        arrange(run.walk().step().scene);
        arrangeSliders(run.walk().step());
        hideViews(m_place.session.veil());
    }
    if (run.walk().state() != Walk::State::open) reveal(run);
    m_card->setTried(run.tried().list());
    markPrediction(run);
    laySketch(run);
}

/// The last drawing that the step asks for so far: opened once, frozen with its answer.
void Scenery::laySketch(LessonRun& run)
{
    const auto& parts = run.walk().step().parts;
    const Ask* wanted = nullptr;
    for (std::size_t i = 0; i < run.walk().partsSeen(); ++i)
        if (const auto* ask = std::get_if<Ask>(&parts[i]); ask && ask->sketch) wanted = ask;
    if (wanted && wanted != m_sketched) openBench(run, *wanted);
    if (m_bench && run.walk().isFrozen(*m_sketched) && !m_bench->isFrozen()) {
        m_bench->freeze();
        showCard();
    }
}

void Scenery::openBench(LessonRun& run, const Ask& ask)
{
    closeBench();
    m_sketched = &ask;
    const auto reply = run.walk().replyTo(ask);
    m_bench = new SketchBench(m_place.session, *ask.sketch, reply ? reply->answer.stroke : Stroke());
    connect(m_bench, &SketchBench::taken, &run, [&run, &ask](const Stroke& stroke) { run.answer(ask, stroke); });
    m_isToldThrough = false;
    connect(m_bench, &SketchBench::runCame, this, [this] {
        if (m_bench->isRunThrough() && !std::exchange(m_isToldThrough, true)) emit ranThrough();
    });
    connect(m_bench, &SketchBench::leaveWanted, this, &Scenery::closeBench, Qt::QueuedConnection); // its button is still pressed
    for (int i = 0; i < m_place.plots.count(); ++i)
        if (QWidget* widget = m_place.plots.itemAt(i)->widget(); widget && widget != m_card && !widget->isHidden())
            m_covered.push_back(widget), widget->hide();
    m_place.plots.insertWidget(1, m_bench, 1);
    for (QDockWidget* view : m_place.views)
        if (!view->isHidden()) m_aside.push_back(view), view->hide();
    m_card->hide();
    m_bench->setFocus();
}

/// The plots are there again.
void Scenery::closeBench()
{
    if (!m_bench) return;
    delete std::exchange(m_bench, nullptr);
    for (QWidget* widget : std::exchange(m_covered, {})) widget->show();
    for (QDockWidget* view : std::exchange(m_aside, {})) view->show();
    showCard();
}

/// What can be changed, unless the usual panels show it.
void Scenery::showCard() { m_card->setVisible(m_place.parameters.isHidden()); }

Veil Scenery::veilOf(const Step& step) const
{
    Veil veil{.hidden = step.scene.hide};
    std::erase_if(veil.hidden, [&](const std::string& name) { return isListed(m_revealed, QString::fromStdString(name)); });
    veil.locks = [lock = step.scene.lock](std::string_view name) { return lock.holds(name); };
    veil.refuses = [lock = step.scene.lock](const Experiment& now, const Experiment& next) { return refusal(now, next, lock); };
    veil.unseals = [lesson = m_lesson, draw = m_draw](Experiment& e) { return unseal(e, *lesson, draw, lessonStage()); };
    return veil;
}

void Scenery::arrange(const Scene& scene)
{
    TraceStack& stack = m_place.stack;
    if (!scene.show.empty()) {
        for (const PlotRow& row : stack.rows()) stack.setRowShown(row.id, isListed(scene.show, row.id));
        for (QDockWidget* view : m_place.views) view->setVisible(isListed(scene.show, view->objectName()));
        for (QDockWidget* view : m_place.views)
            if (view->isVisible()) m_place.window.resizeDocks({view}, {view->widget()->minimumWidth()}, Qt::Horizontal);
    }
    const auto trigger = std::ranges::find(triggers(), std::string_view(scene.trigger));
    if (trigger != triggers().end()) stack.timebase().setKind(static_cast<Timebase::Kind>(trigger - triggers().begin()));
    if (scene.window) stack.setWindowLength(*scene.window);
    if (scene.speed) m_place.session.setSpeed(*scene.speed);
}

bool Scenery::hasRoomForViews() const { return m_place.window.width() >= scaled(roomForAll); }

/// Under the plots where they are few; else the usual panels beside them.
void Scenery::arrangeSliders(const Step& step)
{
    const Scene::Lock& lock = step.scene.lock;
    const Experiment& e = m_place.session.experiment();
    std::vector<std::string> names = settingNames(e);
    std::erase_if(names, [&](const std::string& name) { return lock.holds(name) || m_place.session.veil().hides(name); });
    const auto isAmplitude = [&](const std::string& name) { return name.ends_with(".amplitude"); };
    if (std::ranges::any_of(names, isAmplitude)) std::erase(names, "I");
    const bool isWide = names.size() > mostSliders || !lock.holds("stimulus");
    m_place.parameters.setVisible(isWide);
    m_card->setVisible(!isWide);
    m_card->setSettings(isWide ? std::vector<std::string>() : names);
    if (isWide && !hasRoomForViews())
        for (QDockWidget* view : m_place.views) view->hide();
}

/// A view that is hidden is in no menu either.
void Scenery::hideViews(const Veil& veil)
{
    for (QDockWidget* view : m_place.views) {
        const bool isHidden = veil.hides(view->objectName().toStdString());
        view->toggleViewAction()->setVisible(!isHidden);
        if (isHidden) view->hide();
    }
    for (const PlotRow& row : m_place.stack.rows())
        if (veil.hides(row.id.toStdString())) m_place.stack.setRowShown(row.id, false);
}

/// What a solved step shows.
void Scenery::reveal(const LessonRun& run)
{
    if (std::exchange(m_laid, &run.walk().step()) == &run.walk().step()) return;
    for (const StepPart& part : run.walk().step().parts)
        if (const auto* show = std::get_if<Show>(&part)) {
            m_revealed.insert(m_revealed.end(), show->reveal.begin(), show->reveal.end());
            if (!show->ghost.empty()) layGhost(run, *show);
        }
    if (m_revealed.empty()) return;
    m_place.session.setVeil(veilOf(run.walk().step()));
    hideViews(m_place.session.veil());
}

void Scenery::layGhost(const LessonRun& run, const Show& show)
{
    Wanted wanted{run.walk().step().experiment, tr("at the start"), m_place.stack.windowLength()};
    if (show.ghost == "solution") {
        wanted.name = tr("a solution");
        const auto isHere = [&](const Trial& trial) {
            return trial.isSolution() && std::ranges::any_of(run.walk().step().parts, [&](const StepPart& part) {
                       const auto* check = std::get_if<Check>(&part);
                       return check && check->id == trial.check;
                   });
        };
        const auto trial = std::ranges::find_if(run.walk().lesson().trials, isHere);
        if (trial == run.walk().lesson().trials.end()) return;
        wanted.experiment = trial->experiment;
    } else if (show.ghost == "prediction") {
        const auto [setting, value] = run.walk().predicted();
        if (!value || !settingOf(wanted.experiment, setting)) return;
        wanted.name = tr("your prediction");
        setValue(wanted.experiment, setting, *value);
    }
    m_making.ask(std::move(wanted));
}

void Scenery::markPrediction(const LessonRun& run)
{
    const auto [setting, value] = run.walk().predicted();
    m_card->setPrediction(setting, value);
}

/// What was before the step is not undone in it.
void Scenery::keepWithinStep()
{
    QUndoStack& stack = m_place.session.undoStack();
    if (stack.index() < m_undoFrom && stack.count() >= m_undoFrom) stack.setIndex(m_undoFrom);
}

Bench Scenery::bench() const
{
    const Session& session = m_place.session;
    Bench bench{.readings = readingsOf(m_place.cursors, session)};
    for (const Ghost& ghost : m_place.ghosts.list())
        if (!ghost.isAutomatic) bench.ghosts.push_back(ghost.experiment);
    for (const QDockWidget* view : m_place.views)
        if (view->isVisible()) bench.views.push_back(view->objectName().toStdString());
    if (session.trace().empty()) return bench;
    bench.sinceStart = measuredSince(session, 0);
    bench.sinceChange = measuredSince(session, session.changedAt());
    return bench;
}

}
