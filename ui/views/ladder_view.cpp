// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder_view.h"

#include "calm_place.h"
#include "catalogue.h"
#include "chooser.h"
#include "quantity_editor.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr Quantity strength{"k", "", 1, 0, 10, "times the rheobase"};
constexpr Quantity gapBetween{"gap", "ms", 20, 0, 90, "gap between pulses", Part::none, Scale::linear, nonNegative};
constexpr std::string_view leakyId = "leaky-integrate-and-fire";
constexpr std::string_view firstModels[] = {"perfect-integrate-and-fire", leakyId, "hodgkin-huxley"};

QString protocolText(const char* text) { return QCoreApplication::translate("Ladder", text); }

}

LadderView::LadderView(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_gap(new QuantityEditor(gapBetween)),
      m_picture(new LadderPicture),
      m_words(new QLabel),
      m_search(LadderMaker(), [this](Ladder ladder) {
          m_picture->setScene(std::move(ladder));
          refresh();
      })
{
    setObjectName(QStringLiteral("ladder"));
    m_gap->setObjectName(QStringLiteral("gap"));
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    keepDressed(m_picture, [this] { m_picture->setMinimumHeight(scaled(160)); });
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(makeControls());
    column->addWidget(m_gap);
    column->addWidget(m_picture, 1);
    column->addWidget(new CalmPlace(m_words));
    listen(m_gap);
    connect(m_picture, &LadderPicture::changed, this, &LadderView::refresh);
    connect(&session, &Session::experimentChanged, this, &LadderView::compute);
    chooseProtocol(0);
}

QWidget* LadderView::makeControls()
{
    m_protocol = new Chooser;
    m_protocol->setObjectName(QStringLiteral("protocol"));
    m_protocol->setAccessibleName(tr("Shape of the stimulus"));
    for (const LadderProtocol& protocol : ladderProtocols()) {
        m_protocol->addItem(protocolText(protocol.name));
        m_protocol->setItemData(m_protocol->count() - 1, protocolText(protocol.meaning), Qt::ToolTipRole);
    }
    m_protocol->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_protocol->setMinimumContentsLength(8);
    m_models = new QToolButton;
    m_models->setObjectName(QStringLiteral("models"));
    m_models->setText(tr("Models"));
    m_models->setToolTip(tr("Which neurons are shown"));
    m_models->setFocusPolicy(Qt::StrongFocus);
    m_models->setPopupMode(QToolButton::InstantPopup);
    m_leakOff = new QToolButton;
    m_leakOff->setObjectName(QStringLiteral("leakOff"));
    m_leakOff->setText(tr("Leak off"));
    m_leakOff->setToolTip(tr("Show the leaky neuron without its leak, too: it no longer forgets"));
    m_leakOff->setFocusPolicy(Qt::StrongFocus);
    m_leakOff->setCheckable(true);
    makeModelsMenu();
    connect(m_protocol, &QComboBox::activated, this, &LadderView::chooseProtocol);
    connect(m_leakOff, &QToolButton::toggled, this, &LadderView::compute);
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins({});
    row->addWidget(m_protocol, 1);
    row->addWidget(m_models);
    row->addWidget(m_leakOff);
    return controls;
}

void LadderView::makeModelsMenu()
{
    auto* menu = new QMenu(m_models);
    for (const Model& model : catalogue()) {
        QAction* action = menu->addAction(spoken(model.name));
        action->setObjectName(fromView(model.id));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(firstModels, model.id) != std::end(firstModels));
        connect(action, &QAction::toggled, this, &LadderView::compute);
        m_chosen.push_back(action);
    }
    m_models->setMenu(menu);
}

void LadderView::listen(QuantityEditor* editor)
{
    connect(editor, &QuantityEditor::edited, this, [this, editor](double value) {
        editor->setValue(value);
        compute();
    });
}

/// Each protocol has a strength to begin with, which is the default of its editor.
void LadderView::chooseProtocol(int index)
{
    const LadderProtocol& protocol = ladderProtocols()[static_cast<std::size_t>(index)];
    delete m_strength;
    Quantity quantity = strength;
    quantity.value = protocol.strength;
    m_strength = new QuantityEditor(quantity);
    m_strength->setObjectName(QStringLiteral("strength"));
    listen(m_strength);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_strength);
    m_gap->setVisible(protocol.hasGap);
    compute();
}

LadderQuestion LadderView::wanted() const
{
    const Experiment& live = m_session.experiment();
    const auto parametersOf = [&](const Model& model) { return &model == live.model ? live.parameters : model.defaults(); };
    LadderQuestion question{.neurons = {},
                            .leaky = parametersOf(*findModel(leakyId)),
                            .protocol = static_cast<std::size_t>(m_protocol->currentIndex()),
                            .strength = m_strength->value(),
                            .gap = m_gap->value()};
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        if (!m_chosen[i]->isChecked()) continue;
        const Model& model = catalogue()[i];
        question.neurons.push_back({&model, parametersOf(model)});
        if (model.id == leakyId && m_leakOff->isChecked()) question.neurons.push_back({&model, parametersOf(model), true});
    }
    return question;
}

void LadderView::compute()
{
    if (!isVisible()) return;
    m_leakOff->setEnabled(
        std::ranges::any_of(m_chosen, [](const QAction* a) { return a->objectName() == fromView(leakyId) && a->isChecked(); }));
    const LadderQuestion question = wanted();
    if (m_asked == question) return;
    m_asked = question;
    m_search.ask(question);
    refresh();
}

void LadderView::draw()
{
    PlotStyle style = styleOnScreen(font());
    style.interactive = false;
    m_picture->setPlotStyle(style);
    m_picture->replot();
    m_words->setText(words());
}

/// The question of the protocol, and what 1 is on the axis of the stimulus.
QString LadderView::words() const
{
    if (wanted().neurons.empty()) return tr("Choose models to compare above.");
    if (ladder().rungs.empty()) return tr("Computing…");
    QStringList own, others;
    for (const LadderRung& rung : ladder().rungs) {
        const QString unit = shown(rung.unit, injected(rung.experiment).unit, 3);
        if (rung.isUnitOwn) own << tr("%1 %2").arg(nameOf(rung.neuron), unit);
        else others << tr("%1 has no rheobase: 1 is %2, the leaky neuron's.").arg(nameOf(rung.neuron), unit);
    }
    QStringList lines{protocolText(ladderProtocols()[ladder().question.protocol].meaning)};
    if (!own.isEmpty()) lines << tr("Rheobase (one spike): %1.").arg(own.join(QStringLiteral(", ")));
    return (lines + others).join(u'\n');
}

ViewFigure LadderView::figure() { return figureOf<LadderPicture>(m_session.experiment(), ladder()); }

void LadderView::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    compute();
}

}
