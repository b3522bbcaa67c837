// SPDX-License-Identifier: GPL-3.0-or-later
#include "change_card.h"

#include "editor_list.h"
#include "heading.h"
#include "icons.h"
#include "session.h"
#include "setting.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace rheobase {

namespace {

using Tried = std::map<double, std::optional<bool>>;

/// What a setting is called beside its slider: "I" by what it is of the neuron, the rest by the symbol of an equation, where it has one.
Quantity namedFor(const Experiment& e, const std::string& name)
{
    Quantity quantity = *settingOf(e, name);
    const bool isOfClamp = name.starts_with("clamp."), isOfModel = name.find('.') == name.npos;
    if (name == "I") quantity.symbol = injected(e).symbol, quantity.meaning = injected(e).meaning;
    else if (!isOfModel && (!isOfClamp || std::ranges::find(clampSwitches, quantity.symbol, &ClampSwitch::name) != std::end(clampSwitches)))
        quantity.symbol = {};
    return quantity;
}

}

/// Below a slider: a dot where a value was tried, filled where it fired, small where nothing can fire; a bar where it is predicted.
class TriedStrip : public QWidget {
public:
    explicit TriedStrip(const QuantitySlider& slider, const Quantity& quantity) : m_slider(slider), m_quantity(quantity)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        hide();
    }

    void setTried(Tried tried)
    {
        m_tried = std::move(tried);
        tell();
    }
    void setPrediction(std::optional<double> value)
    {
        m_prediction = value;
        tell();
    }
    bool isEmpty() const { return m_tried.empty() && !m_prediction; }
    bool hasTried() const { return !m_tried.empty(); }
    bool hasFirings() const
    {
        return std::ranges::any_of(m_tried, [](const auto& each) { return each.second.has_value(); });
    }
    bool hasPrediction() const { return m_prediction.has_value(); }
    QSize sizeHint() const override { return scaled(QSize(100, 30)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont small = interfaceFont(8.5);
        painter.setFont(small);
        if (m_prediction) {
            painter.setPen(QPen(theme().pencil, exactly(5), Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(xOf(*m_prediction), exactly(3)), QPointF(xOf(*m_prediction), exactly(10)));
            label(painter, *m_prediction);
        }
        double last = -1e9;
        for (const auto& [value, hasFired] : m_tried) {
            const double x = xOf(value);
            painter.setPen(QPen(theme().faint, exactly(1.5)));
            painter.setBrush(hasFired.value_or(true) ? QBrush(theme().faint) : QBrush(theme().panel));
            const double radius = exactly(hasFired ? 4 : 2.5);
            painter.drawEllipse(QPointF(x, exactly(7)), radius, radius);
            if (std::abs(x - last) < exactly(34)) continue;
            label(painter, value);
            last = x;
        }
    }

private:
    double xOf(double value) const { return mapFrom(window(), m_slider.mapTo(window(), QPoint(0, 0))).x() + m_slider.positionOf(value); }
    void label(QPainter& painter, double value) const
    {
        painter.setPen(theme().faint);
        painter.drawText(QRectF(xOf(value) - exactly(40), exactly(12), exactly(80), exactly(18)), Qt::AlignCenter, shown(value, 3));
    }
    static QString told(std::optional<bool> hasFired)
    {
        if (!hasFired) return ChangeCard::tr("%1: tried");
        return *hasFired ? ChangeCard::tr("%1: fired") : ChangeCard::tr("%1: no spike");
    }
    /// The same in words.
    void tell()
    {
        QStringList words;
        if (m_prediction) words << ChangeCard::tr("your prediction: %1").arg(shown(*m_prediction, m_quantity.unit));
        for (const auto& [value, hasFired] : m_tried) words << told(hasFired).arg(shown(value, m_quantity.unit, 3));
        setAccessibleName(ChangeCard::tr("Tried"));
        setAccessibleDescription(words.join(QStringLiteral(", ")));
        setToolTip(words.join(u'\n'));
        setVisible(!isEmpty());
        update();
    }

    const QuantitySlider& m_slider;
    Quantity m_quantity;
    Tried m_tried;
    std::optional<double> m_prediction;
};

ChangeCard::ChangeCard(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_editors(new EditorList(session)), m_locked(new QLabel), m_legend(new QLabel)
{
    setObjectName(QStringLiteral("changeCard"));
    setAccessibleName(tr("You can change"));
    auto* around = new QVBoxLayout(this);
    pad(around, {0, 8, 0, 0}, 0);
    auto* card = new QFrame;
    card->setProperty("role", QStringLiteral("card"));
    around->addWidget(card);
    auto* column = new QVBoxLayout(card);
    pad(column, {12, 8, 12, 8}, 2);
    auto* head = new QHBoxLayout;
    head->addWidget(sectionHeading(tr("You can change")));
    head->addStretch();
    auto* sign = new QLabel;
    keepDressed(sign, [sign] { sign->setPixmap(icon(Sign::lock, theme().faint).pixmap(scaled(QSize(12, 12)))); });
    head->addWidget(sign);
    m_locked->setProperty("role", QStringLiteral("faint"));
    head->addWidget(m_locked);
    column->addLayout(head);
    column->addWidget(m_editors);
    m_legend->setProperty("role", QStringLiteral("faint"));
    m_legend->hide();
    column->addWidget(m_legend);
    connect(&session, &Session::experimentChanged, m_editors, &EditorList::refresh);
}

void ChangeCard::setSettings(const std::vector<std::string>& names)
{
    m_names = names;
    m_strips.clear();
    m_editors->clear();
    for (const std::string& name : names) {
        const Quantity quantity = namedFor(m_session.experiment(), name);
        QuantityEditor* editor = m_editors->add(
            quantity, [name](const Experiment& e) { return settingOf(e, name) ? valueOf(e, name) : 0; },
            [name](Experiment& e, double value) { setValue(e, name, value); }, QString::fromStdString(name));
        editor->setNamed(capitalised(spoken(quantity.meaning)), quantity.symbol);
        if (isCurrent(quantity.part)) editor->slider().setColouredAs(m_session.model().input);
        editor->setPlain();
        auto* strip = new TriedStrip(editor->slider(), quantity);
        m_editors->addWidget(strip);
        m_strips.push_back(strip);
    }
    m_editors->setVisible(!names.empty());
    m_locked->setText(names.empty() ? tr("everything is locked in this step") : tr("everything else is locked in this step"));
    tellLegend();
}

void ChangeCard::setTried(const std::vector<TriedValues::Tried>& tried)
{
    for (std::size_t i = 0; i < m_strips.size(); ++i) {
        Tried values;
        for (const TriedValues::Tried& each : tried) {
            if (!settingOf(each.experiment, m_names[i])) continue;
            auto& hasFired = values[valueOf(each.experiment, m_names[i])];
            if (each.hasFired) hasFired = hasFired.value_or(false) || *each.hasFired;
        }
        m_strips[i]->setTried(values.size() < 2 && m_names.size() > 1 ? Tried() : values);
    }
    tellLegend();
}

void ChangeCard::setPrediction(const std::string& setting, std::optional<double> value)
{
    for (std::size_t i = 0; i < m_strips.size(); ++i) m_strips[i]->setPrediction(m_names[i] == setting ? value : std::nullopt);
    tellLegend();
}

void ChangeCard::tellLegend()
{
    QStringList words;
    if (std::ranges::any_of(m_strips, &TriedStrip::hasFirings)) words << tr("tried:  ● fired   ○ no spike");
    else if (std::ranges::any_of(m_strips, &TriedStrip::hasTried)) words << tr("•  tried");
    if (std::ranges::any_of(m_strips, &TriedStrip::hasPrediction)) words << tr("▮ your prediction");
    m_legend->setText(words.join(QStringLiteral("   ")));
    m_legend->setVisible(!words.isEmpty());
}

}
