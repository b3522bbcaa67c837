// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace rheobase {

class Session;

/// The test potentials of a family as one list or as from:to:count. What cannot be is refused in place.
class StepsField : public QWidget {
    Q_OBJECT
public:
    explicit StepsField(Session& session, QWidget* parent = nullptr);
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finish();
    void refuse(const QString& sentence);

    Session& m_session;
    QLabel *m_count, *m_unit, *m_refusal;
    QLineEdit* m_box;
    bool m_isTyping = false;
};

}
