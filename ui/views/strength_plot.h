// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "plot_view.h"
#include "strength_picture.h"

namespace rheobase {

class MeasuredNumber;
class Session;

/// How strong a pulse must be to make a session's neuron fire from rest, against how long it lasts. A click injects a pulse. Computes
/// only while it is visible.
class StrengthPlot : public PlotView {
    Q_OBJECT
public:
    explicit StrengthPlot(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override { return strengthTable(m_picture->scene()); }
    bool isSettled() const override;
    StrengthPicture& picture() { return *m_picture; }

protected:
    void draw() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// A curve to be found: first of few points, to be seen soon, then of many.
    struct Question {
        Experiment experiment;
        Range across;
        bool isFine;
    };
    struct Answer {
        Question question;
        StrengthDuration curve;
    };
    static std::optional<Answer> find(const Question& question, const std::stop_token& stop);
    void forget();
    void compute();
    void take(Answer answer);
    StrengthScene wantedScene() const;
    QString words() const;
    void inject(QPointF pulse);

    Session& m_session;
    StrengthPicture* m_picture;
    MeasuredNumber* m_words;
    std::optional<Answer> m_answer;     ///< the newest, of the present model
    std::optional<Experiment> m_wanted; ///< whose curve is searched or found
    bool m_isRefining = false;
    LiveSearch<Question, Answer> m_search; // last: it tells of the rest
};

}
