// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_hand.h"
#include "clamp_picture.h"
#include "live_search.h"
#include "plot_view.h"

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace rheobase {

class PlayHead;

/// A family of a clamped membrane over time, in the place of the plots of the trace: what is commanded, the current that it takes, and two
/// of the membrane's currents. The commanded line is dragged, and all follows.
class ClampStage : public PlotView {
    Q_OBJECT
public:
    explicit ClampStage(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override;
    bool isSettled() const override;
    const ClampScene& scene() const { return m_scene; }
    ClampPicture& command() { return *m_command; }
    ClampPicture& total() { return *m_total; }
    /// The plots of single currents that are shown.
    std::vector<ClampPicture*> currents() const;
    /// The chosen step in words: what it takes.
    QString words() const;

protected:
    void draw() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A plot of one of the membrane's currents, and which.
    struct Slot {
        ClampPicture* picture;
        QComboBox* which;
    };
    struct Question {
        Experiment experiment;
        double interval; ///< ms
    };
    struct Answer {
        Experiment experiment;
        ClampScene scene;
    };
    static std::optional<Answer> compute(const Question& question, const std::stop_token& stop);
    QWidget* makeBar();
    void wire(ClampPicture* picture);
    void adoptModel();
    void ask();
    void follow();
    void arrange();
    void placeChoosers();
    void fitHints();
    void followRun();
    void showTexts();
    std::vector<std::size_t> shownRows() const;

    Session& m_session;
    ClampScene m_scene;
    QComboBox* m_shown;
    ClampPicture *m_command, *m_total;
    QHBoxLayout* m_row;
    std::vector<QWidget*> m_hints;
    std::vector<PlayHead*> m_heads; // of the command, the whole current, and each slot
    std::vector<Slot> m_slots;
    std::optional<Experiment> m_answered; // what the scene is of
    ClampHand m_hand;
    LiveSearch<Question, Answer> m_search; // last: it tells of the rest
};

}
