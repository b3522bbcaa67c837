// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace rheobase {

struct Model;

/// What a list says of a lesson, and how far a student has come with it.
struct ShelvedLesson {
    QString path{}, id{}, number{}; ///< number: "5", of those that come with the program
    QString title{}, asks{}, goal{}, level{};
    std::vector<const Model*> models{};
    int minutes = 0;
    bool isOfShortCourse = false;
    QStringList steps{};      ///< their titles
    std::vector<bool> done{}; ///< which of them are; empty: there is no report
    QDateTime reported{};     ///< when
    QString complaint{};      ///< why it cannot be read

    bool isBegun() const { return !done.empty(); }
    bool isDone() const { return isBegun() && present() == done.size(); }
    /// The first step that is not done.
    std::size_t present() const;
    /// All that a list says, a line each.
    QString words() const;
};

/// The lessons that come with the program, and those of a student's folder.
struct Shelf {
    std::vector<ShelvedLesson> shipped, own;
};

/// What is there now, in a language as far as it is translated; ends early once it is stopped.
Shelf shelfOf(const QString& folder, const QString& language, const std::stop_token& stop = {});

/// Which lesson to go on with: the one that was left last, else the first of the short course that is not begun, else the first one that is
/// not; the first, where all are done.
std::size_t nextOf(const std::vector<ShelvedLesson>& lessons);

/// "first steps": a level of lessons on screen.
QString nameOfLevel(const QString& level);
/// "perfect, leaky": models in short.
QString nameOfModels(const std::vector<const Model*>& models);
/// "1 min"
QString told(int minutes);

}
