// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "card_delegate.h"
#include "live_search.h"
#include "page.h"
#include "session.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QListView;
class QToolButton;

namespace rheobase {

/// All presets as cards. It computes what it shows, and only while it is shown.
class Gallery : public Page {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent);
    ~Gallery() override;

    /// Shows itself, with the preset chosen that is this experiment, if one is.
    void open(const Experiment& present);

signals:
    void presetChosen(const Preset& preset);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What is computed next: the run of a card, or its numbers.
    struct Question {
        std::size_t card;
        bool isRun;
        Preset preset;
    };
    struct Answer {
        Question question;
        std::shared_ptr<const Trace> run;
        std::optional<CardNumbers> numbers;
    };
    static std::optional<Answer> answer(const Question& question, const std::stop_token& stop);

    QWidget* makeHeading();
    void fillFoot();
    void makeList();
    void list(const Model* model);
    void refreshFilter();
    bool isFilterToBlame() const;
    void tellNothingFound();
    void arrange();
    void choose(std::size_t number);
    void computeNext();
    void take(const Answer& answer);
    void enliven();
    void showLive();
    void accept();
    void rest();

    Cards m_cards;
    CardDelegate m_delegate;
    QListView* m_list = nullptr;
    QComboBox* m_filter;
    QLabel *m_count, *m_nothing;
    QToolButton* m_lift;
    const Model* m_model = nullptr; // of the filter
    QModelIndex m_pressed;          // chosen as the mouse was pressed
    bool m_isComputing = false;
    QTimer m_rest; // until a chosen card comes alive
    std::unique_ptr<Session> m_live;
    LiveSearch<Question, Answer> m_answers;
};

}
