// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explanation.h"
#include "live_search.h"

#include <QWidget>

class QLabel;

namespace rheobase {

class LiveFormula;
class MakeIt;
class SamplesView;

/// Why a number is what it is, as the neuron lives: what it is, its formula in letters and in live numbers, what it rests on, and how it is
/// made another.
class WhyPanel : public QWidget {
    Q_OBJECT
public:
    explicit WhyPanel(Session& session, QWidget* parent = nullptr);
    /// Explains a measure by its id, or a derived quantity by its identifier.
    void ask(QString what);
    QString what() const { return m_why ? m_why->what() : QString(); }
    QString title() const;

signals:
    void titleChanged();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeRests();
    void follow();
    void search();
    void showFormulas();

    Session& m_session;
    std::optional<Explanation> m_why;
    std::optional<double> m_searched;
    QString m_title;
    QLabel *m_empty, *m_definition, *m_rests;
    QWidget* m_shown;
    LiveFormula* m_formula;
    SamplesView* m_samples;
    QWidget *m_rule, *m_makeRule;
    MakeIt* m_make;
    std::vector<std::string> m_formulaTexts; // of what is set
    LiveSearch<std::pair<Experiment, std::string>, double> m_search;
};

}
