// SPDX-License-Identifier: GPL-3.0-or-later
#include "help_window.h"

#include <QCoreApplication>

namespace rheobase {

namespace {

struct Keys {
    const char *keys, *text;
};

// clang-format off
constexpr Keys known[] = {
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Space, held"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Adds current for as long as it is held, wherever the focus is but in a field.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Tab, Shift+Tab"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Goes to the next control, to the one before.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Enter"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Presses the button that has the focus; on a measured number, asks why.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "On a slider: arrows, Page Up, Page Down, Home, End"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Move it in small and in large steps, to its ends; with Shift in finer ones. Backspace brings the default back.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In a field: ↑ ↓"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Move its slider a step. 50+5 and 20/3 are computed, +=5 and *2 change the present value; Esc gives it back.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In the plots: ← →, Page Up, Page Down, Home, End"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Look back and ahead, by a whole window, to the start, to now.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In the plots: + −"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Show less time, or more.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In the plots: ↑ ↓"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Move the line that is chosen, such as the threshold; Esc lets it go.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In the plots: 1 … 9"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Drops a marker; Delete takes the chosen one away.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "With cursors: A, B, ← →, ↑ ↓"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Choose one; move it, with Ctrl to the next peak or trough; take another curve. Esc puts them away.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In the f–I curve: ← →, ↑ ↓"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Move the neuron along the current, or to a rate; with Shift in finer steps, with Ctrl in larger ones.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In the map, the phase plane and the pulse view: arrows, Enter"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Point somewhere; do what a click does there. Esc stops pointing.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Where a prediction is drawn: 1 … 4, ← →, ↑ ↓, Enter"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Choose a curve; go to a handle and bend it there, with Shift finely; take it. Backspace takes the last stroke back, Esc leaves what P began.")},
    {QT_TRANSLATE_NOOP("rheobase::HelpWindow", "In circuit and equations: arrows"), QT_TRANSLATE_NOOP("rheobase::HelpWindow", "Point at the parts; each lights up everywhere.")},
};
// clang-format on

}

QList<HelpTopic> keysOfWidgets()
{
    QList<HelpTopic> topics;
    const auto spoken = [](const char* text) { return QCoreApplication::translate("rheobase::HelpWindow", text); };
    for (const Keys& row : known) topics.append({spoken(row.keys), spoken(row.text)});
    return topics;
}

}
