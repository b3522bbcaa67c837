// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rheobase {

/// The report of a student on the first step of the lesson on τ, with this check solved.
inline QByteArray reportOf(const QString& name, const QString& tag)
{
    const QJsonObject check{{"check", "measured"}, {"solved", true}, {"tag", tag}, {"experiment", ""}};
    const QJsonObject step{
        {"step", "shape"},  {"title", "How does it get there?"}, {"attempts", 2},           {"hints", 1},
        {"claimed", false}, {"figures", QJsonArray()},           {"answers", QJsonArray()}, {"checks", QJsonArray{check}}};
    const QJsonObject report{{"format", "rheobase-report"},
                             {"version", 1},
                             {"lesson", "tau"},
                             {"title", "τ: how fast"},
                             {"hash", "0"},
                             {"program", "0"},
                             {"language", "en"},
                             {"name", name},
                             {"times", false},
                             {"kept", QJsonArray()},
                             {"words", QJsonArray()},
                             {"steps", QJsonArray{step}}};
    return "<html><script type=\"application/json\" id=\"rheobase-report\">" + QJsonDocument(report).toJson(QJsonDocument::Compact)
           + "</script></html>";
}

}
