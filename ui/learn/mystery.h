// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <QFrame>
#include <QString>
#include <QTemporaryDir>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace rheobase {

/// How much of a mystery neuron is sealed: one parameter; three; all that can be told apart.
enum class Difficulty { easy, medium, hard };

/// The parameters of a model that are sealed, in the order of its table.
std::vector<std::size_t> mysteries(const Model& model, Difficulty difficulty);
/// The text of a lesson of one step that seals them and asks for each; `id` is the lesson's, `minutes` its time, if it has one.
QString mysteryLesson(const Model& model, Difficulty difficulty, const QString& id, std::optional<int> minutes);

/// A mystery neuron without a course around it: a model, how hard, against the clock or not.
class MysteryCard : public QFrame {
    Q_OBJECT
public:
    MysteryCard();

signals:
    void chosen(const QString& path);

private:
    const Model& model() const;
    Difficulty difficulty() const;
    void tellWhat();
    void begin();

    QComboBox *m_models, *m_levels;
    QCheckBox* m_clock;
    QLabel* m_what;
    QTemporaryDir m_folder; // of the lesson, which is written anew each time
};

}
