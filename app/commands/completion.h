// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

#include <span>

namespace rheobase {

/// A command as a shell completes it: its words ("lesson", "test"), what it does, what it takes.
struct Offer {
    QStringList words;
    QString meaning;
    QList<QCommandLineOption> options;
};

/// What `rheobase completion` prints for the shell that its arguments name; refuses what is wrong with them.
QString completion(const QStringList& arguments, std::span<const Offer> offers);

}
