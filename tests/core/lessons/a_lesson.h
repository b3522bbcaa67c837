// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "lesson.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

/// What the tests of lessons share: a stage, and a lesson to change.
namespace rheobase {

/// A stage with one preset, "pair", of models with a threshold and a leak: two pulses of 6 nA and 2 ms, 50 ms apart.
inline const Stage& testStage()
{
    static const Stage stage{
        [](const Model&) { return std::vector<std::string>{"pair"}; },
        [](const Model& model, std::string_view id) {
            if (id != "pair") return std::optional<Experiment>();
            Experiment e = defaultExperiment(model);
            e.stimulus = {{stimulusShape("two-pulses"), {20, 2, 50, 6, 6}}};
            return std::optional(e);
        },
        [](const Model&) {
            return std::vector<std::string>{"potential", "current"};
        },
        {"circuit", "map"},
        {"rheobase-tick"},
        [](std::string_view bytes) {
            const QByteArray all(bytes.data(), static_cast<qsizetype>(bytes.size()));
            return QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().toStdString();
        },
    };
    return stage;
}

/// A small lesson, sound as it is.
inline const char aLesson[] = R"(---
lesson: gap
title: How long does it remember?
minutes: 10
goal: Say how long.
models: leaky-integrate-and-fire
---

Two pulses, and a leak.

## The longest gap {#longest}

```start
model: leaky-integrate-and-fire
preset: pair
show: potential, circuit
hide: rheobase, tau
lock: all but two-pulses.gap
trigger: onset
```

R is {R}, and τ is {tau}.

```ask number left
How much of 13 mV is left after τ?
unit: mV
right: 4.9 ± 0.4
case: 6.6 ± 0.4 -> half-life: After τ it is 1/e.
case: 0 ± 0.5 -> gone: It is no life span.
```

```check longest
just two-pulses.gap + 0.2 ms
run 200 ms: spikes = 1
else run 200 ms: spikes = 0 -> too-long: Make it shorter.
else two-pulses.gap < 3.2 ms -> not-longest: Longer!
```

```hint
1. Look at the dashed line.
2. Halve the step.
```

## A longer memory {#longer}

```start
set: two-pulses.gap = 10 ms
lock: R, C
```

```ask choice what
What helps?
- [x] R-up: A larger R
- [ ] C-up: A larger C
      > Then each pulse is smaller.
```

```check remembers
run 200 ms: spikes = 1
C = 0.8 nF
else C > 0.8 nF -> C-up: Put C back.
```

```show
ghost: start
say: Both decay.
reveal: tau
```

```teacher
Half of a class raises C.
solution longest: set two-pulses.gap = 3.4 ms
solution remembers: set R = 18 MΩ
wrong longest: set two-pulses.gap = 8 ms -> too-long
wrong longest: set two-pulses.gap = 1 ms -> not-longest
wrong remembers: set C = 1.6 nF -> C-up
```
)";

/// The lesson with one thing replaced.
inline std::string changed(const QString& what, const QString& by)
{
    QString text(aLesson);
    return text.replace(text.indexOf(what), what.size(), by).toStdString();
}

/// A lesson that can be read.
inline Lesson lessonOf(const std::string& text) { return std::get<Lesson>(readLesson(text, testStage())); }

/// A part of a lesson by its name.
template<class P> P partOf(const Lesson& lesson, const std::string& id)
{
    P part;
    eachPart<P>(lesson, [&](const Step&, const P& p) {
        if (p.id == id) part = p;
    });
    return part;
}

}
