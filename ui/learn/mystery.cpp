// SPDX-License-Identifier: GPL-3.0-or-later
#include "mystery.h"

#include "catalogue.h"
#include "chooser.h"
#include "course.h"
#include "theme.h"
#include "words.h"

#include <QCheckBox>
#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int minutesEach = 3; // for a parameter
constexpr std::size_t few = 3;
constexpr double share = 0.3, gapShare = 0.4, potentials = 6; // of a value; of the way to what it must stay below or above; mV

/// Between which values a parameter is drawn, and in which steps.
struct Span {
    double least, most, step;
    bool isPotential;
};

double nearest(double x, double step) { return std::round(x / step) * step; }

/// How far it may go so that no draw breaks an order.
double halfOf(const Model& model, std::size_t i, double wanted)
{
    for (const Order& order : model.orders)
        if (order.lower == i || order.upper == i)
            wanted = std::min(wanted, gapShare * (model.parameters[order.upper].value - model.parameters[order.lower].value));
    return wanted;
}

/// None of what cannot be told apart well: temperatures, counts, what is 0 in the table, the height at which an upstroke is cut off.
std::optional<Span> spanOf(const Model& model, std::size_t i)
{
    const Quantity& q = model.parameters[i];
    const bool isPotential = q.unit == model.state[0].unit && !q.unit.empty() && q.part != Part::none;
    const bool isCut = model.runsUp && q.part == Part::threshold;
    if (q.part == Part::temperature || q.domain.whole || q.value == 0 || isCut) return std::nullopt;
    const double half = halfOf(model, i, isPotential ? potentials : share * std::abs(q.value));
    const double step = isPotential ? 0.5 : std::pow(10, std::floor(std::log10(half / 25)));
    const Span span{std::max(q.min, nearest(q.value - half, step)), std::min(q.max, nearest(q.value + half, step)), step, isPotential};
    return span.most - span.least > half ? std::optional(span) : std::nullopt;
}

/// What is found with the fewest others known comes first.
int rank(const Quantity& q)
{
    constexpr Part order[] = {Part::resistance, Part::reversal,         Part::capacitance, Part::threshold,
                              Part::reset,      Part::refractoryPeriod, Part::conductance, Part::timeConstant};
    return static_cast<int>(std::ranges::find(order, q.part) - std::begin(order));
}

QString number(double x) { return QString::number(x, 'g', 10); }

QString withUnit(double x, const Quantity& q) { return (number(x) + u' ' + fromView(q.unit)).trimmed(); }

QString nameOf(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::easy: return MysteryCard::tr("Easy");
    case Difficulty::medium: return MysteryCard::tr("Medium");
    case Difficulty::hard: break;
    }
    return MysteryCard::tr("Hard");
}

}

std::vector<std::size_t> mysteries(const Model& model, Difficulty difficulty)
{
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < model.parameters.size(); ++i)
        if (spanOf(model, i)) all.push_back(i);
    if (difficulty == Difficulty::hard) return all;
    std::ranges::stable_sort(all, {}, [&](std::size_t i) { return rank(model.parameters[i]); });
    all.resize(std::min(all.size(), difficulty == Difficulty::easy ? 1 : few));
    std::ranges::sort(all);
    return all;
}

QString mysteryLesson(const Model& model, Difficulty difficulty, const QString& id, std::optional<int> minutes)
{
    const auto sealed = mysteries(model, difficulty);
    QString seals, asks;
    for (const std::size_t i : sealed) {
        const Quantity& q = model.parameters[i];
        const Span span = *spanOf(model, i);
        const QString name = QString::fromStdString(identifier(q.symbol));
        seals += QStringLiteral("%1: %2 … %3, step %4\n").arg(name, number(span.least), withUnit(span.most, q), number(span.step));
        seals += span.isPotential ? QStringLiteral("score: within 1 %1 is 2, within 3 %1 is 1\n").arg(fromView(q.unit))
                                  : QStringLiteral("score: within 5 % is 2, within 15 % is 1\n");
        asks += QStringLiteral("```ask number estimate-%1\n%2\nunit: %3\nsealed: %1\n```\n\n")
                    .arg(name, MysteryCard::tr("%1 (%2) is about …").arg(fromView(q.symbol), spoken(q.meaning)), fromView(q.unit));
    }
    const QString title = MysteryCard::tr("Mystery neuron: %1").arg(spoken(model.name)), code = QLocale().name().section(u'_', 0, 0);
    const int time = minutes.value_or(minutesEach * static_cast<int>(sealed.size()));
    QString text = QStringLiteral("---\nlesson: %1\nlanguage: %2\ntitle: %3\nminutes: %4\nmodels: %5\ndraws: chance\ngoal: %6\n---\n\n")
                       .arg(id, code, title, QString::number(time), fromView(model.id), title);
    text += QStringLiteral("## %1 {#mystery}\n\n%2\n\n")
                .arg(nameOf(difficulty), MysteryCard::tr("What is sealed was drawn for you. Inject what you like, and find it out."));
    text += QStringLiteral("```seal\n%1```\n\n").arg(seals);
    text += QStringLiteral("```start\nmodel: %1\nshow: potential, current\nlock: all but stimulus, noise\n").arg(fromView(model.id));
    if (minutes) text += QStringLiteral("minutes: %1\n").arg(*minutes);
    return text + QStringLiteral("```\n\n") + asks;
}

MysteryCard::MysteryCard()
    : m_models(new Chooser), m_levels(new Chooser), m_clock(new QCheckBox(tr("Against the clock"))), m_what(new QLabel)
{
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    setObjectName(QStringLiteral("mystery"));
    auto* title = new QLabel(tr("Mystery neuron"));
    title->setProperty("role", QStringLiteral("title"));
    for (const Model& model : catalogue()) m_models->addItem(spoken(model.name), fromView(model.id));
    for (const Difficulty each : {Difficulty::easy, Difficulty::medium, Difficulty::hard}) m_levels->addItem(nameOf(each));
    m_models->setObjectName(QStringLiteral("mysteryModel"));
    m_levels->setObjectName(QStringLiteral("mysteryLevel"));
    m_clock->setObjectName(QStringLiteral("mysteryClock"));
    m_models->setAccessibleName(tr("Model of the mystery neuron"));
    m_levels->setAccessibleName(tr("How much of it is sealed"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setCurrentIndex(std::max(0, m_models->findData(QStringLiteral("leaky-integrate-and-fire"))));
    m_what->setProperty("role", QStringLiteral("faint"));
    m_what->setWordWrap(true);
    m_what->setObjectName(QStringLiteral("mysteryWhat"));
    auto* go = new QPushButton(tr("Seal one"));
    go->setObjectName(QStringLiteral("mysteryGo"));
    go->setToolTip(tr("Begins with a new neuron each time"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(title);
    for (QWidget* each :
         {static_cast<QWidget*>(m_models), static_cast<QWidget*>(m_levels), static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_clock)})
        column->addWidget(each);
    column->addWidget(go, 0, Qt::AlignLeft);
    pad(column, {16, 12, 16, 12}, 6);
    for (QComboBox* box : {m_models, m_levels}) connect(box, &QComboBox::currentIndexChanged, this, &MysteryCard::tellWhat);
    connect(go, &QPushButton::clicked, this, &MysteryCard::begin);
    tellWhat();
}

const Model& MysteryCard::model() const { return *findModel(m_models->currentData().toString().toStdString()); }

Difficulty MysteryCard::difficulty() const { return static_cast<Difficulty>(m_levels->currentIndex()); }

void MysteryCard::tellWhat()
{
    QStringList names;
    for (const std::size_t i : mysteries(model(), difficulty())) names << richText(model().parameters[i].symbol);
    m_what->setText(tr("Sealed: %1").arg(names.join(QStringLiteral(", "))));
}

void MysteryCard::begin()
{
    const QString id = QStringLiteral("mystery-%1").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz")));
    const int time = minutesEach * static_cast<int>(mysteries(model(), difficulty()).size());
    const QString path = m_folder.filePath(QLatin1String("mystery") + lessonSuffix);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return m_what->setText(tr("No file can be written at %1: %2").arg(path, file.errorString()));
    file.write(mysteryLesson(model(), difficulty(), id, m_clock->isChecked() ? std::optional(time) : std::nullopt).toUtf8());
    file.close();
    emit chosen(path);
}

}
