// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

class Interruption;

/// `rheobase rheobase MODEL [--set …]`: the least lasting currents that make a neuron fire. Throws a Failure.
void rheobaseCommand(const QStringList& arguments, Interruption& interruption);

/// `rheobase strength-duration MODEL [--set …] [--csv FILE]`: the threshold current against the width of a pulse. Throws a Failure.
void strengthDurationCommand(const QStringList& arguments, Interruption& interruption);

/// What the command takes.
QList<QCommandLineOption> rheobaseOptions();
QList<QCommandLineOption> strengthDurationOptions();

}
