// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"

#include "trace.h"
#include "words.h"

#include <charconv>

namespace rheobase {

namespace {

void appendView(QByteArray& out, std::string_view text) { out.append(text.data(), static_cast<qsizetype>(text.size())); }

void appendLine(QByteArray& out, std::string_view key, const QByteArray& value)
{
    out += "# ";
    appendView(out, key);
    out += ": " + value + '\n';
}

template<class Number> void appendShortest(QByteArray& out, Number value)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end - digits);
}

QByteArray withUnit(double value, std::string_view unit)
{
    QByteArray text;
    appendNumber(text, value);
    if (!unit.empty()) text += ' ';
    appendView(text, unit);
    return text;
}

void appendAssignments(QByteArray& out, std::span<const Quantity> table, std::span<const double> values)
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        out += i == 0 ? ':' : ',';
        appendView(out, identifier(table[i].symbol));
        out += '=';
        appendNumber(out, values[i]);
    }
}

QByteArray stimulusLine(const Experiment& experiment)
{
    QByteArray line;
    for (const StimulusComponent& component : experiment.stimulus) line += (line.isEmpty() ? "" : " + ") + toArgument(component);
    return line.isEmpty() ? QByteArray("none") : line;
}

void appendStimulus(QByteArray& text, const Experiment& e)
{
    appendLine(text, "stimulus", stimulusLine(e));
    if (e.stimulus.repeat > 0) appendLine(text, "repeat", withUnit(e.stimulus.repeat, repetition.unit));
    appendLine(text, "noise", toArgument(e.noise, injected(e)));
}

void appendClamp(QByteArray& text, const Experiment& e)
{
    appendLine(text, "voltage clamp", toArgument(e.clamp));
    for (const auto& [quantity, member] : clampSettings(*e.model))
        appendLine(text, "clamp " + identifier(quantity.symbol), withUnit(e.clamp.*member, quantity.unit));
    for (std::size_t i = 0; i < e.clamp.blocked.size(); ++i)
        if (e.clamp.blocked[i] != 0)
            appendLine(text, "blocked " + identifier(e.model->parameters[i].symbol), withUnit(e.clamp.blocked[i], "%"));
}

NumberColumn columnOf(const Quantity& quantity) { return {columnName(quantity), std::string(quantity.unit)}; }

}

void appendNumber(QByteArray& out, double value) { appendShortest(out, value); }

void appendNumber(QByteArray& out, float value) { appendShortest(out, value); }

QByteArray toArgument(const StimulusComponent& component)
{
    QByteArray text;
    appendView(text, component.shape->id);
    appendAssignments(text, component.shape->values, component.values);
    return text;
}

QByteArray toArgument(const Noise& noise, const Quantity& input)
{
    QByteArray text;
    appendView(text, noiseIds[static_cast<std::size_t>(noise.kind)]);
    const double values[] = {noise.sigma, noise.tau};
    appendAssignments(text, noiseQuantities(noise.kind, input), values);
    return text;
}

QByteArray toArgument(const VoltageClamp& clamp)
{
    QByteArray text = "hold:V=", steps;
    const auto level = [&](std::string_view name, double V, double width) {
        appendView(text += " + ", name);
        appendNumber(text += ":V=", V);
        appendNumber(text += ",width=", width);
    };
    appendNumber(text, clamp.hold);
    if (clamp.hasPrepulse) level("prepulse", clamp.prepulse, clamp.prepulseWidth);
    for (const double step : clamp.steps) appendNumber(steps += steps.isEmpty() ? "" : "|", step);
    appendNumber(text += " + test:V=" + steps + ",width=", clamp.width);
    if (clamp.hasTail) level("tail", clamp.tail, clamp.tailWidth);
    return text;
}

QByteArray csvRemarks(const Experiment& e, std::span<const Change> changes)
{
    const Model& model = *e.model;
    QByteArray text;
    appendLine(text, "version", RHEOBASE_VERSION);
    appendLine(text, "model", QByteArray(model.id.data(), static_cast<qsizetype>(model.id.size())));
    for (std::size_t i = 0; i < model.parameters.size(); ++i)
        appendLine(text, identifier(model.parameters[i].symbol),
                   isSealed(e, model.parameters[i]) ? QByteArray("sealed") : withUnit(e.parameters[i], model.parameters[i].unit));
    for (std::size_t i = 0; i < model.state.size(); ++i)
        if (e.initial[i]) appendLine(text, "initial " + identifier(model.state[i].symbol), withUnit(*e.initial[i], model.state[i].unit));
    if (isClamped(e)) appendClamp(text, e);
    else appendStimulus(text, e);
    appendLine(text, "solver", fromView(description(e.solver).id).toUtf8());
    appendLine(text, "dt", withUnit(e.dt, "ms"));
    appendLine(text, "duration", withUnit(e.duration, "ms"));
    appendLine(text, "seed", QByteArray::number(static_cast<qulonglong>(e.seed)));
    if (model.hasSpikeLevel()) appendLine(text, "spike level", withUnit(e.spikeLevel, model.state[0].unit));
    if (model.hasSpikeLevel()) appendLine(text, "spike rearm", withUnit(rearmLevel(e), model.state[0].unit));
    for (const Change& change : changes) appendLine(text, "change at " + withUnit(change.time, "ms").toStdString(), change.text.toUtf8());
    appendLine(text, "experiment", toLine(e, changes));
    return text;
}

QByteArray withReaders(const QByteArray& remarks, qsizetype more)
{
    constexpr qsizetype readers = 4;
    const qsizetype lines = remarks.count('\n') + readers + more;
    QByteArray text = remarks;
    appendLine(text, "read in pandas", R"(read_csv("FILE.csv", comment="#", float_precision="round_trip"))");
    appendLine(text, "read in R", R"(read.csv("FILE.csv", comment.char="#"))");
    appendLine(text, "read in NumPy",
               R"(genfromtxt("FILE.csv", delimiter=",", names=True, skip_header=)" + QByteArray::number(lines) + ')');
    appendLine(text, "read in Octave", R"(dlmread("FILE.csv", ",", )" + QByteArray::number(lines + 1) + ", 0)");
    return text;
}

std::vector<NumberColumn> runColumns(const Experiment& experiment)
{
    const Model& model = *experiment.model;
    const auto tells = concealedTerms(experiment);
    std::vector<NumberColumn> columns{{"time_ms", "ms"}, columnOf(model.state[0]), columnOf(model.input)};
    for (const Quantity& quantity : model.state.subspan(1)) columns.push_back(columnOf(quantity));
    for (std::size_t i = 0; i < tells.size(); ++i)
        if (!tells[i]) columns.push_back(columnOf(model.terms[i]));
    return columns;
}

std::vector<NumberColumn> clampColumns(const Experiment& experiment)
{
    std::vector<NumberColumn> columns = runColumns(experiment);
    columns.insert(columns.begin(), {"step", std::string(experiment.model->state[0].unit)});
    return columns;
}

QByteArray headerOf(std::span<const NumberColumn> columns)
{
    QByteArray line;
    for (const NumberColumn& column : columns) appendView(line += line.isEmpty() ? "" : ",", column.name);
    return line + '\n';
}

QByteArray csvHead(const Experiment& experiment, std::span<const Change> changes, const QByteArray& remarks)
{
    return withReaders(csvRemarks(experiment, changes) + remarks) + headerOf(runColumns(experiment));
}

QByteArray clampHeader(const Experiment& experiment) { return headerOf(clampColumns(experiment)); }

void appendClampRow(QByteArray& out, const ClampFamily& family, const ClampSweep& sweep, std::size_t row)
{
    appendNumber(out, sweep.step);
    for (const double value : {family.times[row], sweep.V[row], sweep.I[row]}) appendNumber(out += ',', value);
    const auto tells = concealedTerms(family.experiment);
    for (const auto& column : sweep.states) appendNumber(out += ',', column[row]);
    for (std::size_t i = 0; i < sweep.terms.size(); ++i)
        if (!tells[i]) appendNumber(out += ',', sweep.terms[i][row]);
    out += '\n';
}

QString toSpreadsheet(const QByteArray& csv, const QLocale& locale)
{
    QString text, field;
    bool quoted = false;
    const auto finish = [&] {
        bool isNumber = false;
        field.toDouble(&isNumber);
        text += isNumber ? field.replace(u'.', locale.decimalPoint()) : field;
        field.clear();
    };
    for (const QChar c : QString::fromUtf8(csv)) {
        if (c == u'"') quoted = !quoted;
        else if (quoted || (c != u',' && c != u'\n')) field += c;
        else finish(), text += c == u',' ? u'\t' : u'\n';
    }
    finish();
    return text;
}

void appendCsvRow(QByteArray& out, double time, double I, std::span<const double> state, std::span<const double> terms)
{
    appendNumber(out, time);
    appendNumber(out += ',', state[0]);
    appendNumber(out += ',', I);
    for (const double value : state.subspan(1)) appendNumber(out += ',', value);
    for (const double value : terms) appendNumber(out += ',', value);
    out += '\n';
}

}
