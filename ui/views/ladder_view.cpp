// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder_view.h"

#include "calm_place.h"
#include "catalogue.h"
#include "quantity_editor.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFontInfo>
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

QString lessonText(const char* text) { return QCoreApplication::translate("Ladder", text); }

}

LadderView::LadderView(Session& session, QWidget* parent)
    : PlotView(parent),
      m_session(session),
      m_gap(new QuantityEditor(gapBetween)),
      m_picture(new LadderPicture),
      m_words(new QLabel),
      m_search(LadderMaker(), [this](Ladder ladder) {
          m_picture->setLadder(std::move(ladder));
          refresh();
      })
{
    setObjectName(QStringLiteral("ladder"));
    m_gap->setObjectName(QStringLiteral("gap"));
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setProperty("role", QStringLiteral("faint"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_picture->setMinimumHeight(160);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(makeControls());
    column->addWidget(m_gap);
    column->addWidget(m_picture, 1);
    column->addWidget(new CalmPlace(m_words));
    listen(m_gap);
    connect(m_picture, &LadderPicture::changed, this, &LadderView::refresh);
    connect(&session, &Session::experimentChanged, this, &LadderView::compute);
    chooseLesson(0);
}

QWidget* LadderView::makeControls()
{
    m_lesson = new QComboBox;
    m_lesson->setObjectName(QStringLiteral("lesson"));
    m_lesson->setAccessibleName(tr("Shape of the stimulus"));
    for (const LadderLesson& lesson : ladderLessons()) {
        m_lesson->addItem(lessonText(lesson.name));
        m_lesson->setItemData(m_lesson->count() - 1, lessonText(lesson.meaning), Qt::ToolTipRole);
    }
    m_lesson->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_lesson->setMinimumContentsLength(10);
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
    connect(m_lesson, &QComboBox::activated, this, &LadderView::chooseLesson);
    connect(m_leakOff, &QToolButton::toggled, this, &LadderView::compute);
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins({});
    row->addWidget(m_lesson, 1);
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

/// Each lesson has a strength to begin with, which is the default of its editor.
void LadderView::chooseLesson(int index)
{
    const LadderLesson& lesson = ladderLessons()[static_cast<std::size_t>(index)];
    delete m_strength;
    Quantity quantity = strength;
    quantity.value = lesson.strength;
    m_strength = new QuantityEditor(quantity);
    m_strength->setObjectName(QStringLiteral("strength"));
    listen(m_strength);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_strength);
    m_gap->setVisible(lesson.hasGap);
    compute();
}

LadderQuestion LadderView::wanted() const
{
    const Experiment& live = m_session.experiment();
    const auto parametersOf = [&](const Model& model) { return &model == live.model ? live.parameters : model.defaults(); };
    LadderQuestion question{.neurons = {},
                            .leaky = parametersOf(*findModel(leakyId)),
                            .lesson = static_cast<std::size_t>(m_lesson->currentIndex()),
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
    const int em = qRound(0.88 * QFontInfo(font()).pixelSize());
    m_picture->setPlotStyle({.theme = &theme(), .em = em, .lineWidth = em / 6.0, .interactive = false});
    m_picture->dress(ladder().rungs.empty() ? 1 : ladder().duration() / std::max(100.0, m_picture->plots().front()->axesWidth()));
    m_picture->replot();
    m_words->setText(words());
}

/// The question of the lesson, and what 1 is on the axis of the stimulus.
QString LadderView::words() const
{
    if (wanted().neurons.empty()) return tr("Choose models to compare above.");
    if (ladder().rungs.empty()) return tr("Computing…");
    QStringList own, others;
    for (const LadderRung& rung : ladder().rungs) {
        const QString unit = shown(rung.unit, rung.experiment.model->input.unit, 3);
        if (rung.isUnitOwn) own << tr("%1 %2").arg(nameOf(rung.neuron), unit);
        else others << tr("%1 has no rheobase: 1 is %2, the leaky neuron's.").arg(nameOf(rung.neuron), unit);
    }
    QStringList lines{lessonText(ladderLessons()[ladder().question.lesson].meaning)};
    if (!own.isEmpty()) lines << tr("Rheobase (one spike): %1.").arg(own.join(QStringLiteral(", ")));
    return (lines + others).join(u'\n');
}

FigureContent LadderView::figure()
{
    FigureContent content{.trace = m_session.sharedTrace(), .experiment = &m_session.experiment()};
    content.drawing = [ladder = ladder()](QPainter& painter, QSize size, const PlotStyle& style) {
        LadderPicture picture;
        picture.setPlotStyle(style);
        picture.setLadder(ladder);
        picture.dress(ladder.rungs.empty() ? 1 : ladder.duration() / 2000);
        picture.render(painter, size);
    };
    return content;
}

void LadderView::showEvent(QShowEvent* event)
{
    PlotView::showEvent(event);
    compute();
}

}
