// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "card_picture.h"
#include "card_run.h"

#include <QAbstractListModel>

#include <vector>

namespace rheobase {

/// A preset, and what has been computed of it so far.
struct Card {
    Preset preset;
    std::shared_ptr<const Trace> run{};
    CardAxes axes{};
    std::optional<CardNumbers> numbers{};

    const Model& model() const { return *preset.experiment.model; }
    /// All that can be read on it, a line each.
    QString words() const;
};

/// The presets of every model, of which those are listed that a model and words leave.
class Cards : public QAbstractListModel {
    Q_OBJECT
public:
    Cards();

    const std::vector<Card>& all() const { return m_all; }
    const Card& at(const QModelIndex& index) const { return m_all[numberOf(index)]; }
    /// Its number among all.
    std::size_t numberOf(const QModelIndex& index) const { return m_listed[static_cast<std::size_t>(index.row())]; }
    /// Where a card is listed, if it is.
    QModelIndex indexOf(std::size_t number) const;
    /// How many cards a model (null: all) and words leave.
    int count(const Model* model, const QString& words) const;
    /// Lists those.
    void list(const Model* model, const QString& words);
    void setRun(std::size_t number, std::shared_ptr<const Trace> run);
    /// Of this card and of all that have the same neuron.
    void setNumbers(std::size_t number, const CardNumbers& numbers);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void tellChange(std::size_t number);

    std::vector<Card> m_all;
    std::vector<std::size_t> m_listed;
};

}
