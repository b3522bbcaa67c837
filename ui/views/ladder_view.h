// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ladder_picture.h"
#include "live_search.h"
#include "plot_view.h"

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace rheobase {

class QuantityEditor;
class Session;

/// Neurons of several models in rows under one stimulus and one time axis, each in multiples of its own rheobase; the live model has the
/// live parameters. Computes only while it is visible.
class LadderView : public PlotView {
    Q_OBJECT
public:
    explicit LadderView(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override { return ladderTable(ladder()); }
    bool isSettled() const override { return ladder().question == wanted(); }
    const Ladder& ladder() const { return m_picture->ladder(); }
    LadderPicture& picture() { return *m_picture; }

protected:
    void draw() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeControls();
    void makeModelsMenu();
    void listen(QuantityEditor* editor);
    void chooseProtocol(int index);
    LadderQuestion wanted() const;
    void compute();
    QString words() const;

    Session& m_session;
    QComboBox* m_protocol;
    QToolButton *m_models, *m_leakOff;
    std::vector<QAction*> m_chosen; // one a model of the catalogue
    QuantityEditor *m_strength = nullptr, *m_gap;
    LadderPicture* m_picture;
    QLabel* m_words;
    std::optional<LadderQuestion> m_asked;
    LiveSearch<LadderQuestion, Ladder> m_search; // last: it tells of the rest
};

}
