// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace rheobase {

/// The program's few signs, drawn from paths so that they are sharp at every scale and take any colour.
enum class Sign {
    run,
    pause,
    restart,
    step,
    inject,
    undo,
    redo,
    menu,
    plots,
    keep,
    cursors,
    ruler,
    lock,
    mean,
    arm,
    pin,
    exported,
    cards,
    eye,
    find,
    help,
    back,
    learn,
    done,
    folder,
    pencil
};

/// A sign as an icon in this colour.
QIcon icon(Sign sign, const QColor& colour);

}
