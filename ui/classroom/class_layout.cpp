// SPDX-License-Identifier: GPL-3.0-or-later
// How a class's page is built.
#include "chooser.h"
#include "class_page.h"
#include "free_play.h"
#include "icons.h"
#include "sketches_plot.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace rheobase {

namespace {

QLabel* faintLabel(const QString& text = {})
{
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("faint"));
    return label;
}

QPushButton* button(const char* id, const QString& text, const QString& tip)
{
    auto* made = new QPushButton(text);
    made->setObjectName(QLatin1String(id));
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

QFrame* card(QLayout* layout)
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("card"));
    frame->setAttribute(Qt::WA_StyledBackground);
    frame->setLayout(layout);
    return frame;
}

/// What the signs of the table mean: as they are drawn there.
class Legend : public QWidget {
public:
    Legend()
    {
        using State = Overview::Cell::State;
        m_entries = {{{State::done, 2, 0, {}, {}}, ClassPage::tr("solved, 2 = tries")},
                     {{State::done, 0, 1, {}, {}}, ClassPage::tr("hints")},
                     {{State::here, 0, 0, {}, {}}, ClassPage::tr("here now")},
                     {{State::believed, 0, 0, {}, {}}, ClassPage::tr("held for right")}};
        setAccessibleName(ClassPage::tr("Signs of the table"));
    }
    QSize sizeHint() const override { return {scaled(320), fontMetrics().height() + scaled(8)}; }
    QSize minimumSizeHint() const override { return {scaled(100), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        int x = 0;
        const auto write = [&](const QString& text) {
            painter.setPen(theme().faint);
            painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, text);
            x += fontMetrics().horizontalAdvance(text) + scaled(10);
        };
        paintNamed(painter, QRect(x, scaled(4), scaled(16), height() - scaled(8)));
        x += scaled(22);
        write(ClassPage::tr("a misconception named"));
        for (const auto& [cell, words] : m_entries) {
            x += paintCell(&painter, QRect(x, 0, scaled(50), height()), cell, font()) + scaled(5);
            write(words);
        }
    }

private:
    std::vector<std::pair<Overview::Cell, QString>> m_entries;
};

}

void ClassPage::makeBar()
{
    dropSearch();
    m_lessons->setObjectName(QStringLiteral("classLessons"));
    m_lessons->setAccessibleName(tr("Lesson"));
    m_lessons->setToolTip(tr("The lesson of which the reports are looked at"));
    m_lessons->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_lessons->setMinimumContentsLength(10);
    m_lessons->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* folder = new QToolButton;
    folder->setObjectName(QStringLiteral("classFolder"));
    folder->setProperty("role", QStringLiteral("flat"));
    folder->setToolTip(tr("Chooses the folder into which the class's reports go"));
    folder->setAccessibleName(tr("Choose the folder of the class"));
    folder->setFocusPolicy(Qt::TabFocus);
    connect(folder, &QToolButton::clicked, this, &ClassPage::askForFolder);
    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("classMenu"));
    more->setAccessibleName(tr("More about the class"));
    more->setToolTip(tr("Folder and gradebook"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    more->setMenu(makeMenu());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_lessons, m_gate, folder, m_place}) bar()->addWidget(widget);
    bar()->addWidget(m_watching, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_project, m_verify, m_gradebook, more}) bar()->addWidget(widget);
    m_watching->setObjectName(QStringLiteral("watching"));
    m_gate->setObjectName(QStringLiteral("gateWords"));
    m_watching->setTextFormat(Qt::RichText);
    m_watching->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the buttons come first
    keepDressed(this, [this, folder, more] {
        m_lessons->setMaximumWidth(scaled(270));
        m_watching->setMinimumWidth(scaled(60));
        for (QPushButton* each : {m_project, m_verify, m_gradebook}) each->setMinimumWidth(each->sizeHint().width());
        folder->setIcon(icon(Sign::folder, theme().faint));
        more->setIcon(icon(Sign::menu, theme().text));
        tellWatching();
    });
}

QMenu* ClassPage::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->addAction(tr("Folder of the class…"), this, &ClassPage::askForFolder);
    menu->addAction(m_verify->text(), this, &ClassPage::verify);
    menu->addAction(m_gradebook->text(), this, &ClassPage::writeGradebook);
    QAction* minutes = menu->addAction(tr("Minutes in the gradebook"));
    minutes->setCheckable(true);
    minutes->setToolTip(tr("Of those who hand them in"));
    connect(minutes, &QAction::toggled, this, [this](bool on) { m_withMinutes = on; });
    return menu;
}

QWidget* ClassPage::makeLeft()
{
    auto* column = new QVBoxLayout;
    pad(column, {1, 6, 1, 6}, 4);
    m_empty->setObjectName(QStringLiteral("classEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setMargin(scaled(24));
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout(m_foot = new QWidget);
    pad(foot, {12, 2, 12, 0}, 8);
    foot->addWidget(new Legend, 1);
    column->addWidget(m_foot);
    return card(column);
}

QWidget* ClassPage::makeExpected()
{
    auto* title = new QLabel(tr("What was expected instead"));
    title->setProperty("role", QStringLiteral("title"));
    auto* head = new QHBoxLayout;
    pad(head, {10, 0, 10, 0}, 8);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(faintLabel(tr("click one to see whose")));
    auto* column = new QVBoxLayout;
    pad(column, {10, 12, 10, 10}, 6);
    column->addLayout(head);
    column->addWidget(m_expected, 1);
    return card(column);
}

QWidget* ClassPage::makeDiscussion()
{
    m_words->setObjectName(QStringLiteral("discussion"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    auto* row = new QHBoxLayout;
    pad(row, {16, 10, 16, 10}, 12);
    row->addWidget(m_words, 1);
    auto* buttons = new QVBoxLayout;
    pad(buttons, {}, 6);
    buttons->addWidget(m_neuron);
    buttons->addWidget(m_showStep);
    row->addLayout(buttons);
    return card(row);
}

QWidget* ClassPage::makeRight()
{
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    pad(column, {}, 12);
    m_stepTitle->setObjectName(QStringLiteral("projectedStep"));
    m_stepTitle->setProperty("role", QStringLiteral("page"));
    m_stepTitle->setWordWrap(true);
    m_neuron->setCheckable(true);
    column->addWidget(m_stepTitle);
    column->addWidget(makeExpected(), 3);
    column->addWidget(m_sketches, 5);
    column->addWidget(makeDiscussion());
    return right;
}

void ClassPage::makeFoot()
{
    m_said->setObjectName(QStringLiteral("classSaid"));
    m_versions->setObjectName(QStringLiteral("classVersions"));
    foot()->addWidget(faintLabel(tr("All of this is on this machine; times are off.")));
    foot()->addWidget(m_versions);
    foot()->addWidget(m_said);
    foot()->addStretch();
    foot()->addWidget(m_version);
}

ClassPage::ClassPage(QWidget* window)
    : Page(QStringLiteral("classroom"), window),
      m_list(new ClassList(m_table)),
      m_expected(new ExpectedList(m_expectedTable)),
      m_sketches(new SketchesPlot),
      m_play(new FreePlay),
      m_lessons(new Chooser),
      m_gate(faintLabel()),
      m_place(faintLabel()),
      m_watching(faintLabel()),
      m_empty(new QLabel),
      m_words(new QLabel),
      m_said(faintLabel()),
      m_versions(faintLabel()),
      m_version(faintLabel()),
      m_stepTitle(new QLabel),
      m_project(button("project", tr("Project without names"),
                       tr("Hides the table and enlarges the rest; Page up and Page down go through the steps"))),
      m_verify(button("verify", tr("Verify"), tr("Judges every solved check again, from the stored experiments"))),
      m_gradebook(button("gradebook", tr("Gradebook, CSV"), tr("Writes a table: a row a student, columns by step"))),
      m_showStep(button("showStep", QString(), tr("Puts the step's experiment on the neuron"))),
      m_neuron(button("neuronCurve", tr("Show the curve"), tr("Lays over the sketches what the neuron does: last, when all have spoken"))),
      m_search(&sceneOf, [this](ClassScene scene) { take(std::move(scene)); }),
      m_running(
          [](const NeuronQuestion& q, const std::stop_token& stop) {
              return std::optional(NeuronAnswer{q.step, curveOf(q.sketch, q.experiment, stop)});
          },
          [this](NeuronAnswer answer) { m_curve = std::move(answer), showSketches(); }),
      m_verifying(&ClassPage::verified, [this](const Verified& found) { takeVerified(found); })
{
    makeBar();
    makeFoot();
    auto* halves = new QHBoxLayout(m_halves = new QWidget);
    halves->addWidget(m_left = makeLeft(), 56);
    halves->addWidget(m_right = makeRight(), 44);
    pad(halves, {}, 12);
    auto* column = new QVBoxLayout;
    column->addWidget(m_halves, 1);
    column->addWidget(m_play);
    pad(column, {16, 14, 16, 8}, 12);
    body()->addLayout(column);
    wire();
}

}
