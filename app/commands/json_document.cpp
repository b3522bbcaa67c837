// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_document.h"

#include "experiment_file.h"
#include "number_table.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace rheobase {

QByteArray jsonDocument(QJsonObject found, const Experiment* experiment)
{
    found["version"] = QStringLiteral(RHEOBASE_VERSION);
    if (experiment) found["experiment"] = toJson(*experiment);
    return QJsonDocument(found).toJson();
}

QJsonValue orNull(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); }

QJsonValue orNull(const std::optional<double>& value) { return value ? orNull(*value) : QJsonValue(); }

QJsonObject columnsOf(const NumberTable& table)
{
    QJsonObject columns;
    for (const NumberColumn& column : table.columns) {
        QJsonArray values;
        for (const double value : column.values) values.append(orNull(value));
        columns[QString::fromStdString(column.name)] = values;
    }
    return columns;
}

}
