// SPDX-License-Identifier: GPL-3.0-or-later
#include "completion.h"

#include "catalogue.h"
#include "command_line.h"
#include "goal.h"
#include "presets.h"
#include "sweep.h"
#include "target.h"
#include "words.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Completion)
};

QStringList listed(std::span<const std::string> names, const QString& ending = {})
{
    QStringList list;
    for (const std::string& name : names) list << QString::fromStdString(name) + ending;
    return list;
}

template<class Rows> QStringList idsOf(const Rows& rows)
{
    QStringList ids;
    for (const auto& row : rows) ids << fromView(row.id);
    return ids;
}

QStringList modelIds() { return idsOf(catalogue()); }

QStringList presetIds(const Model& model)
{
    QStringList ids;
    for (const Preset& preset : presetsFor(model)) ids << preset.id;
    return ids;
}

/// What an option takes: words that are the same for all models, or those of one. What is in neither table is a file or a number.
struct Choice {
    const char* option;
    QStringList (*words)();
};
const Choice choices[] = {
    {"solver", [] { return idsOf(solverDescriptions()); }},
    {"stimulus", [] { return idsOf(stimulusShapes()); }},
    {"to", [] { return idsOf(targets()); }},
    {"noise", [] { return listed(std::vector<std::string>(std::begin(noiseIds), std::end(noiseIds))); }},
};
struct ModelChoice {
    const char* option;
    QStringList (*words)(const Model& model);
};
const ModelChoice modelChoices[] = {
    {"preset", presetIds},
    {"set", [](const Model& m) { return listed(identifiers(m.parameters), "="); }},
    {"initial", [](const Model& m) { return listed(identifiers(m.state), "="); }},
    {"over", [](const Model& m) { return listed(sweepableNames(defaultExperiment(m)), "="); }},
    {"by", [](const Model& m) { return listed(sweepableNames(defaultExperiment(m))); }},
    {"make", [](const Model& m) { return listed(goalNames(m), "="); }},
};

QString longName(const QCommandLineOption& option) { return option.names().constLast(); }
bool isShown(const QCommandLineOption& option) { return !(option.flags() & QCommandLineOption::HiddenFromHelp); }
bool takesFile(const QCommandLineOption& option) { return option.valueName().contains("FILE"); }
bool takesModel(const Offer& offer)
{
    const auto sets = [](const QCommandLineOption& option) { return longName(option) == "set"; };
    return std::ranges::any_of(offer.options, sets);
}
const Choice* choiceOf(const QString& option)
{
    const auto* const found = std::ranges::find_if(choices, [&](const Choice& c) { return option == c.option; });
    return found == std::end(choices) ? nullptr : found;
}
bool isOfModel(const QString& option)
{
    return std::ranges::any_of(modelChoices, [&](const ModelChoice& c) { return option == c.option; });
}

/// "--csv", "-h --help".
QStringList dashed(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names()) names << (name.size() > 1 ? "--" : "-") + name;
    return names;
}

/// The first words of what an option or command says of itself.
QString shortly(QString text)
{
    const auto end = [&](const QString& mark) { text = text.section(mark, 0, 0); };
    for (const char* mark : {": ", "; ", "\n", " ("}) end(mark);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

/// In single quotes, as shells take it.
QString quoted(const QString& text) { return u'\'' + QString(text).replace("'", "'\\''") + u'\''; }

/// Every option that takes a value, by its name.
QMap<QString, QCommandLineOption> optionsWithValue(std::span<const Offer> offers)
{
    QMap<QString, QCommandLineOption> all;
    for (const Offer& offer : offers)
        for (const QCommandLineOption& option : offer.options)
            if (!option.valueName().isEmpty() && isShown(option)) all.insert(longName(option), option);
    return all;
}

/// A line for each option and model: `form` of the two, and of the words.
QString ofModels(const QString& form)
{
    QString text;
    for (const ModelChoice& choice : modelChoices)
        for (const Model& model : catalogue())
            if (const QStringList words = choice.words(model); !words.isEmpty())
                text += form.arg(choice.option, fromView(model.id), words.join(u' '));
    return text;
}

/// The first words of all commands, each once.
QStringList firstWords(std::span<const Offer> offers)
{
    QStringList words;
    for (const Offer& offer : offers) words << offer.words[0];
    words.removeDuplicates();
    return words;
}

// ------------------------------------------------------------------------------------------------------------ bash

/// What completes the value of an option.
QString bashValue(const QCommandLineOption& option)
{
    const QString name = longName(option);
    if (takesFile(option)) return "_rheobase_files";
    if (isOfModel(name)) return QStringLiteral("_rheobase_words \"$(_rheobase_of_model %1 \"$model\")\"").arg(name);
    return choiceOf(name) ? "_rheobase_words " + quoted(choiceOf(name)->words().join(u' ')) : QStringLiteral(":");
}

constexpr char bashForm[] = R"sh(# bash completion of rheobase, written by: rheobase completion bash

_rheobase_options() {
    case $1 in
%1    esac
}

_rheobase_of_model() {
    case $1:$2 in
%2    esac
}

_rheobase_words() {
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
    if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}

_rheobase_files() {
    local IFS=$'\n'
    COMPREPLY+=($(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
}

_rheobase() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} model=${COMP_WORDS[2]}
    COMPREPLY=()
    if [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
    if [[ $cur == = ]]; then cur=; fi
    if ((COMP_CWORD == 1)); then
        _rheobase_words '%3 --version --help'
        _rheobase_files
        return
    fi
    case $prev in
%4    esac
    if [[ $command == lesson ]]; then
        if ((COMP_CWORD == 2)); then
            _rheobase_words '%5'
            return
        fi
        command="lesson $model"
    fi
    if [[ $cur == -* ]]; then
        _rheobase_words "$(_rheobase_options "$command")"
        return
    fi
    case $command in
        completion) _rheobase_words 'bash zsh fish' ;;
        lesson*) _rheobase_files ;;
        %6) if ((COMP_CWORD == 2)); then _rheobase_words '%7'; _rheobase_files; fi ;;
    esac
}

complete -F _rheobase rheobase
)sh";

QString bash(std::span<const Offer> offers)
{
    QString acts, options, values;
    QStringList subjects;
    for (const Offer& offer : offers) {
        QStringList names;
        for (const QCommandLineOption& option : offer.options)
            if (isShown(option)) names << dashed(option);
        options += QStringLiteral("        %1) echo %2 ;;\n").arg(quoted(offer.words.join(u' ')), quoted(names.join(u' ')));
        if (offer.words.size() > 1) acts += offer.words[1] + u' ';
        if (takesModel(offer)) subjects << offer.words[0];
    }
    for (const QCommandLineOption& option : optionsWithValue(offers))
        values += QStringLiteral("        %1) %2; return ;;\n").arg(dashed(option).join(u'|'), bashValue(option));
    return QString(bashForm).arg(options, ofModels("        %1:%2) echo '%3' ;;\n"), firstWords(offers).join(u' '), values, acts.trimmed(),
                                 subjects.join(u'|'), modelIds().join(u' '));
}

// ------------------------------------------------------------------------------------------------------------ zsh

/// "'(-h --help)'{-h,--help}'[Print this help]'"
QString zshOption(const QCommandLineOption& option)
{
    const QString name = longName(option);
    QString meaning = shortly(option.description()), value;
    for (const char* mark : {"[", "]", ":"}) meaning.replace(mark, "\\" + QString(mark));
    if (!option.valueName().isEmpty()) {
        QString what = option.valueName().section(u'[', 0, 0).replace(":", "\\:");
        value = u':' + what + u':'
                + (takesFile(option) ? "_files"
                   : isOfModel(name) ? " _rheobase_of_model " + name
                   : choiceOf(name)  ? u'(' + choiceOf(name)->words().join(u' ') + u')'
                                     : QStringLiteral(" "));
    }
    QStringList specs;
    for (const QString& dash : dashed(option)) specs << quoted(u'*' + dash + u'[' + meaning + u']' + value);
    return specs.join(u' ');
}

constexpr char zshForm[] = R"sh(#compdef rheobase
# zsh completion of rheobase, written by: rheobase completion zsh

_rheobase_of_model() {
    local -a found
    case $1:$model in
%1    esac
    compadd -S '' -- $found
}

_rheobase_subject() {
    local -a models=(%2)
    _describe model models
    _files
}

local command=$words[2] model=$words[3]
local -a commands=(%3) acts=(%4)
if ((CURRENT == 2)); then
    _describe command commands
    _files
    return
fi
shift words
((CURRENT--))
if [[ $command == lesson ]]; then
    if ((CURRENT == 2)); then
        _describe act acts
        return
    fi
    command="lesson $words[2]"
    shift words
    ((CURRENT--))
fi
case $command in
%5esac
)sh";

QString zsh(std::span<const Offer> offers)
{
    QString commands, acts, options;
    for (const Offer& offer : offers) {
        const QString described = u' ' + quoted(offer.words.constLast() + u':' + shortly(offer.meaning));
        if (offer.words.size() == 1) commands += described;
        else acts += described;
        options += QStringLiteral("    %1) _arguments").arg(quoted(offer.words.join(u' ')));
        for (const QCommandLineOption& option : offer.options)
            if (isShown(option)) options += " \\\n        " + zshOption(option);
        if (takesModel(offer)) options += QStringLiteral(" \\\n        '1:model or file: _rheobase_subject'");
        if (offer.words.size() > 1) options += QStringLiteral(" \\\n        '*:file:_files'");
        if (offer.words[0] == "completion") options += QStringLiteral(" \\\n        '1:shell:(bash zsh fish)'");
        options += " ;;\n";
    }
    return QString(zshForm).arg(ofModels("        %1:%2) found=(%3) ;;\n"), modelIds().join(u' '), commands.trimmed(), acts.trimmed(),
                                options);
}

// ------------------------------------------------------------------------------------------------------------ fish

QString fishQuoted(const QString& text) { return u'\'' + QString(text).replace("\\", "\\\\").replace("'", "\\'") + u'\''; }

QString fishOption(const QCommandLineOption& option, const QString& condition)
{
    const QString name = longName(option);
    QString text = "complete -c rheobase -n " + condition;
    for (const QString& each : option.names()) text += (each.size() > 1 ? " -l " : " -s ") + each;
    if (!option.valueName().isEmpty())
        text += takesFile(option) ? " -r -F"
                : isOfModel(name) ? QStringLiteral(" -x -a '(__rheobase_of_model %1)'").arg(name)
                : choiceOf(name)  ? " -x -a " + fishQuoted(choiceOf(name)->words().join(u' '))
                                  : QStringLiteral(" -x");
    return text + " -d " + fishQuoted(shortly(option.description())) + u'\n';
}

constexpr char fishForm[] = R"sh(# fish completion of rheobase, written by: rheobase completion fish

function __rheobase_is
    set -l words (commandline -opc)[2..]
    for i in (seq (count $argv))
        test "$words[$i]" = "$argv[$i]"; or return 1
    end
    return 0
end

function __rheobase_is_next
    __rheobase_is $argv; and test (count (commandline -opc)) -eq (math (count $argv) + 1)
end

function __rheobase_of_model
    set -l words (commandline -opc)
    switch "$argv[1]:$words[3]"
%1    end
end

complete -c rheobase -f
complete -c rheobase -n '__rheobase_is_next' -F
complete -c rheobase -n '__rheobase_is_next completion' -a 'bash zsh fish'
%2%3%4)sh";

QString fish(std::span<const Offer> offers)
{
    QString commands, subjects, options;
    for (const Offer& offer : offers) {
        const QString before = offer.words.first(offer.words.size() - 1).join(u' '), whole = offer.words.join(u' ');
        commands += QStringLiteral("complete -c rheobase -n '__rheobase_is_next %1' -a %2 -d %3\n")
                        .arg(before, offer.words.constLast(), fishQuoted(shortly(offer.meaning)));
        if (takesModel(offer))
            subjects += QStringLiteral("complete -c rheobase -n '__rheobase_is_next %1' -F -a '%2'\n").arg(whole, modelIds().join(u' '));
        if (offer.words.size() > 1) subjects += QStringLiteral("complete -c rheobase -n '__rheobase_is %1' -F\n").arg(whole);
        for (const QCommandLineOption& option : offer.options)
            if (isShown(option)) options += fishOption(option, QStringLiteral("'__rheobase_is %1'").arg(whole));
    }
    return QString(fishForm).arg(ofModels("        case '%1:%2'\n            string split ' ' '%3'\n"), commands, subjects, options);
}

struct Shell {
    std::string_view id;
    QString (*script)(std::span<const Offer> offers);
};
constexpr Shell shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

}

QString completion(const QStringList& arguments, std::span<const Offer> offers)
{
    if (arguments.size() != 1) refuse(Words::tr("completion needs the name of one shell: %1.").arg(idsOf(shells).join(", ")));
    for (const Shell& shell : shells)
        if (arguments[0] == fromView(shell.id)) return shell.script(offers);
    std::vector<std::string> ids;
    for (const Shell& shell : shells) ids.emplace_back(shell.id);
    refuseName(Words::tr("unknown shell"), arguments[0], ids);
}
}
