// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"

#include <QWidget>

namespace rheobase {

class MeasuredNumber;
class Session;

/// What the running neuron shows: rheobase, firing rate, intervals, the shape of a spike. Each can be asked why.
class MeasuredPanel : public QWidget {
    Q_OBJECT
public:
    explicit MeasuredPanel(Session& session, QWidget* parent = nullptr);

    /// The value that is shown under an id ("rate", "interval" …); empty where the model has no such row.
    QString shownValue(const QString& id) const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void adoptModel();
    void refresh();
    QString valueOf(const Measure& measure) const;
    std::optional<double> rateByFormula() const;

    Session& m_session;
    LiveMeasures m_measures;
    std::vector<std::pair<MeasuredNumber*, const Measure*>> m_rows;
};

}
