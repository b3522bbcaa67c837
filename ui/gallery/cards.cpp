// SPDX-License-Identifier: GPL-3.0-or-later
#include "cards.h"

#include "catalogue.h"
#include "words.h"

#include <algorithm>

namespace rheobase {

namespace {

bool isLeft(const Card& card, const Model* model, const QString& words)
{
    const QString said = card.words();
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return (!model || &card.model() == model)
           && std::ranges::all_of(wanted, [&said](const QString& word) { return said.contains(word, Qt::CaseInsensitive); });
}

}

QString Card::words() const
{
    QStringList lines{preset.name, spoken(model().name), preset.question, preset.look};
    if (numbers) lines << told(*numbers, model());
    return (lines << preset.source).join(u'\n');
}

Cards::Cards()
{
    for (const Model& model : catalogue())
        for (Preset& preset : presetsFor(model)) m_all.push_back({.preset = std::move(preset)});
    list(nullptr, {});
}

QModelIndex Cards::indexOf(std::size_t number) const
{
    const auto listed = std::ranges::find(m_listed, number);
    return listed == m_listed.end() ? QModelIndex() : index(static_cast<int>(listed - m_listed.begin()));
}

int Cards::count(const Model* model, const QString& words) const
{
    return static_cast<int>(std::ranges::count_if(m_all, [&](const Card& card) { return isLeft(card, model, words); }));
}

void Cards::list(const Model* model, const QString& words)
{
    beginResetModel();
    m_listed.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (isLeft(m_all[i], model, words)) m_listed.push_back(i);
    endResetModel();
}

void Cards::setRun(std::size_t number, std::shared_ptr<const Trace> run)
{
    Card& card = m_all[number];
    card.axes = axesFor(*run, card.preset.experiment, stretchOf(card.preset));
    card.run = std::move(run);
    tellChange(number);
}

void Cards::setNumbers(std::size_t number, const CardNumbers& numbers)
{
    const Experiment neuron = sameNeuron(m_all[number].preset.experiment);
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (sameNeuron(m_all[i].preset.experiment) != neuron) continue;
        m_all[i].numbers = numbers;
        tellChange(i);
    }
}

void Cards::tellChange(std::size_t number)
{
    if (const QModelIndex index = indexOf(number); index.isValid()) emit dataChanged(index, index);
}

int Cards::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_listed.size()); }

QVariant Cards::data(const QModelIndex& index, int role) const
{
    if (role == Qt::DisplayRole) return at(index).preset.name;
    if (role == Qt::AccessibleTextRole) return at(index).words();
    return {};
}

}
