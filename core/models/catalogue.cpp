// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"

#include "all.h"

#include <algorithm>
#include <array>

namespace rheobase {

namespace {

/// Each is compiled in a file of its own, which the build makes of compiled_model.cpp.in.
template<class... M> auto modelsOf(ModelList<M...>) { return std::array{modelOf<M>()...}; }

}

std::span<const Model> catalogue()
{
    static const auto models = modelsOf(Models());
    return models;
}

const Model* findModel(std::string_view id)
{
    const auto it = std::ranges::find(catalogue(), id, &Model::id);
    return it == catalogue().end() ? nullptr : &*it;
}

}
