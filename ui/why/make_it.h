// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "solution.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rheobase {

class Session;

/// Makes a measured number another one by one value of the experiment: it is solved for, and set as one step of undo. Then the answer stands
/// where the button was, with the way back, and what the parameters would have needed instead.
class MakeIt : public QWidget {
    Q_OBJECT
public:
    explicit MakeIt(Session& session, QWidget* parent = nullptr);
    /// What is to be made another; `name` as it stands in "Make the firing rate 50 Hz".
    void setSubject(const QString& what, const QString& name);
    /// The value now, as it would be typed.
    void setPresent(std::optional<double> value);
    /// True of what can be made another.
    static bool suits(const QString& what);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Wish {
        Experiment from;
        Goal goal;
    };
    struct Answer {
        Wish wish;
        Solution solution;
    };
    QWidget* makeRow();
    void fillChoices();
    void dress();
    void begin();
    void take(const Answer& answer);
    void askNext(const Wish& before);
    void addOther(const Answer& answer);
    void apply(const Answer& answer);
    void placeOther(QPushButton* button);
    void clearOthers();
    void goBack();
    void tellMade(const Answer& answer);
    void tellNearest(const Answer& answer);
    void forget();
    void follow();

    Session& m_session;
    QString m_name;
    std::string m_what, m_used; // what it was made by
    QLineEdit* m_field;
    QLabel *m_unit, *m_answer, *m_told;
    QComboBox* m_by;
    QPushButton *m_go, *m_back;
    QBoxLayout* m_row = nullptr;
    QWidget* m_others;
    int m_roomLeft = 0;                          // in its last row
    std::optional<Experiment> m_before, m_after; // what was made of what
    std::vector<std::string> m_wanted;           // parameters that are still to be asked
    LiveSearch<Wish, Answer> m_search, m_otherSearch;
};

}
