// SPDX-License-Identifier: GPL-3.0-or-later
#include "explanation.h"

#include "goal.h"
#include "meanings.h"
#include "measure_words.h"
#include "samples_view.h"
#include "session.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Explanation)
};

constexpr std::size_t mostShown = 5; // intervals

}

Explanation::Explanation(const Session& session, QString what) : m_session(session), m_what(std::move(what)), m_id(m_what.toStdString())
{
    update();
}

bool Explanation::isDerived() const { return indexOf(m_session.model().derived, m_id).has_value(); }

bool Explanation::needsSearch(const Session& session, const QString& what)
{
    const std::string id = what.toStdString();
    const bool isKnown = indexOf(session.model().derived, id).has_value() || !findMeasure(id) || id.starts_with("rheobase");
    return !isKnown && costOf(session.experiment(), id) == GoalCost::search;
}

std::optional<double> Explanation::lastingCurrent() const
{
    const Experiment& e = m_session.experiment();
    Drive drive(e.stimulus);
    drive.seek(m_session.trace().latestTime());
    if (!drive.varying().empty() || e.noise.kind != Noise::Kind::none) return std::nullopt;
    return drive.constant() + (m_session.isInjecting() ? e.injection : 0);
}

void Explanation::update(std::optional<double> searched)
{
    m_steady = lastingCurrent();
    m_derived = m_session.model().derivedFrom(m_session.experiment().parameters);
    m_measures.update(m_session.trace(), m_session.experiment(), m_session.changedAt());
    m_run = m_measures.run();
    m_run.experiment = m_session.experiment();
    if (m_steady && m_id != "impedance") {
        m_run.experiment.stimulus = {component(*stimulusShape("constant"), m_session.model().input)};
        m_run.experiment.stimulus[0].values = {*m_steady};
    }
    m_given = givenOf(m_run);
    m_value = valueNow(searched);
}

std::optional<double> Explanation::valueNow(std::optional<double> searched) const
{
    const Model& model = m_session.model();
    if (const auto i = indexOf(model.derived, m_id)) return m_derived[*i];
    const Measure* const m = findMeasure(m_id);
    if (!m) return std::nullopt;
    if (m->ofRun) return m_measures.value(*m);
    if (m_id == "rest") return m_session.restingPotential();
    if (needsSearch(m_session, m_what)) return searched;
    if (!m_id.starts_with("rheobase")) return m->ofExperiment(m_run.experiment, {});
    const auto found = m_session.rheobase();
    const double I = !found ? std::nan("") : m_id == "rheobase" ? found->spike : found->sustained;
    return std::isfinite(I) ? std::optional(I) : std::nullopt;
}

QString Explanation::name() const
{
    if (const auto i = indexOf(m_session.model().derived, m_id))
        return capitalised(spoken(m_session.model().derived[*i].meaning).section(u':', 0, 0));
    return nameOf(measure(m_id));
}

QString Explanation::valueText() const
{
    if (const auto i = indexOf(m_session.model().derived, m_id)) return shown(m_derived[*i], m_session.model().derived[*i].unit);
    return shown(m_value, measure(m_id), m_session.model());
}

QString Explanation::title() const { return m_value ? Words::tr("Why %1?").arg(valueText()) : Words::tr("%1: why no value?").arg(name()); }

QString Explanation::definition() const
{
    if (const auto i = indexOf(m_session.model().derived, m_id)) return capitalised(spoken(m_session.model().derived[*i].meaning)) + u'.';
    return name() + QStringLiteral(". ") + spoken(measure(m_id).definition);
}

QString Explanation::more() const
{
    const Meaning* const meaning = meaningOf(m_id);
    return meaning ? spoken(meaning->text) : QString();
}

std::vector<Formula> Explanation::formulas() const
{
    const auto formulas = formulasOf(m_id, m_session.model(), m_steady.has_value());
    const auto isKnown = [&](const Formula& f) { return std::isfinite(valueOf(f, values())); };
    return std::ranges::all_of(formulas, isKnown) ? formulas : std::vector<Formula>();
}

Values Explanation::values() const
{
    return {m_session.experiment().parameters, {}, {}, m_derived, m_steady.value_or(std::nan("")), m_given};
}

std::vector<double> Explanation::samples() const
{
    const auto spikes = m_session.trace().spikes();
    const MeasureWindow& window = m_run.spikes.window();
    std::vector<double> samples;
    const std::size_t most = isOfIntervals(m_id)                                                 ? mostShown + 1
                             : isOfShape(m_id) || m_id.starts_with("spike") || m_id == "latency" ? 1
                                                                                                 : 0;
    const std::size_t needed = spikesNeeded(m_id);
    const double last = isOfShape(m_id) ? m_run.now - SamplesView::aroundSpike : window.to; // it is over
    for (std::size_t i = spikes.size(); i-- > 0 && samples.size() < most && spikes[i] >= window.from;)
        if (spikes[i] <= last) samples.push_back(spikes[i]);
    std::ranges::reverse(samples);
    return samples.size() >= std::min<std::size_t>(needed, 2) ? samples : std::vector<double>();
}

QString Explanation::intervalsTold() const
{
    const Statistics& intervals = m_run.spikes.intervals();
    const std::size_t shownHere = std::min(mostShown, intervals.count());
    QString text = shownHere < intervals.count()
                       ? Words::tr("%1 intervals, of which the last %2 are shown").arg(intervals.count()).arg(shownHere)
                   : intervals.count() == 1 ? Words::tr("1 interval")
                                            : Words::tr("%1 intervals").arg(intervals.count());
    if (const auto cv = intervals.variation()) text += Words::tr(", CV %1").arg(shown(cv, measure("cv"), m_session.model()));
    if (!formulasOf(m_id, m_session.model(), true).empty() && m_session.model().interval() && m_id == "rate")
        text += m_steady ? Words::tr("; the formula holds for a constant current") : Words::tr("; a formula would need a constant current");
    return text;
}

QString Explanation::restsOn() const
{
    if (isDerived()) return Words::tr("the parameters alone: no run is needed");
    const std::size_t needed = spikesNeeded(m_id), count = m_run.spikes.count();
    if (needed > 0 && !m_value && count < needed)
        return needed == 1 ? Words::tr("1 spike needed, none so far") : Words::tr("%1 spikes needed, %2 so far").arg(needed).arg(count);
    if (m_id == "rate.formula") return Words::tr("the parameters and a current that lasts");
    if (isOfIntervals(m_id)) return intervalsTold();
    if (isOfShape(m_id))
        return m_value ? Words::tr("the last spike that is over")
                       : Words::tr("no spike of this run has such a shape: where a neuron is reset, there is none");
    const Measure& m = measure(m_id);
    if (m.ofRun) return Words::tr("the run since %1, when something was changed last").arg(shown(m_run.spikes.window().since, "ms", 6));
    const bool isStated = costOf(m_session.experiment(), m_id) != GoalCost::search;
    return isStated ? Words::tr("the parameters alone: no run is needed")
                    : Words::tr("a search: the neuron at rest is asked again and again whether a current makes it fire");
}

}
