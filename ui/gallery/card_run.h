// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"
#include "presets.h"
#include "rheobase.h"
#include "trace.h"

#include <memory>
#include <stop_token>

namespace rheobase {

/// The stretch of a preset's run (ms) that a picture shows: about its first event, where it waits for one.
Range stretchOf(const Preset& preset);

/// The run of a preset from its start to the end of that stretch; null where it was stopped.
std::shared_ptr<const Trace> runOf(const Preset& preset, const std::stop_token& stop);

/// What is computed of a neuron, whatever is done to it.
struct CardNumbers {
    std::optional<double> rest;       ///< mV
    std::optional<Rheobase> rheobase; ///< none of a model that cannot fire
};

/// Empty where it was stopped.
std::optional<CardNumbers> numbersOf(const Experiment& experiment, const std::stop_token& stop);

/// "rest −65 mV · rheobase 2.24 · 6.26 µA/cm²"
QString told(const CardNumbers& numbers, const Model& model);

}
