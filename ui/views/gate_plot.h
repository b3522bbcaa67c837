// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate_picture.h"
#include "pace.h"
#include "plot_view.h"

#include <map>
#include <set>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace rheobase {

/// What a session's gates do over the membrane potential, with the neuron now: steady states, time constants, rates, open channels,
/// conductances and driving forces, as far as they are chosen.
class GatePlot : public PlotView {
    Q_OBJECT
public:
    explicit GatePlot(Session& session, QWidget* parent = nullptr);

    ViewFigure figure() override;
    QByteArray table() override;
    /// What is shown now, and the card of each part of it.
    const GateScene& scene() const { return m_scene; }
    const std::vector<GatePicture*>& pictures() const { return m_pictures; }
    /// Which kinds are shown, as far as the model has them.
    void setKinds(const std::set<GateKind>& kinds);

protected:
    void draw() override;

private:
    void makeButtons();
    void adoptModel();
    void compose();
    void arrange();
    void compute();
    void showReadouts();
    void showWords();
    QStringList words() const;

    Session& m_session;
    std::set<GateKind> m_kinds{GateKind::steadyState, GateKind::timeConstant};
    std::vector<GateCard> m_cards; // of all kinds
    std::vector<double> m_for;     // the parameters that they are of
    GateScene m_scene;
    std::map<GateKind, QToolButton*> m_buttons;
    QWidget* m_choice;
    QLabel *m_empty, *m_words;
    QScrollArea* m_room;
    QVBoxLayout* m_column;
    std::vector<GatePicture*> m_pictures;
    GatePicture* m_reading = nullptr; // the one that is or was pointed at
    Pace m_wordsPace;
};

}
