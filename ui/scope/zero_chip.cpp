// SPDX-License-Identifier: GPL-3.0-or-later
#include "zero_chip.h"

#include "ghosts.h"
#include "overlay_drawing.h"
#include "timebase.h"
#include "trace_plot.h"

#include <QActionGroup>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace rheobase {

namespace {

/// A menu below a chip in which one of some choices is made.
template<class Choice>
void offer(TracePlot& plot, QRectF place, std::initializer_list<std::pair<Choice, QString>> choices, Choice present, auto&& choose)
{
    auto* menu = new QMenu(&plot);
    menu->setObjectName(QStringLiteral("zero"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const auto& [choice, text] : choices) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == present);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, menu, [choose, choice = choice] { choose(choice); });
    }
    menu->popup(plot.mapToGlobal(place.bottomLeft().toPoint() + QPoint(0, 2)));
}

}

/// Empty where there is nothing to say.
QString ZeroChip::textIn(const TracePlot& plot) const
{
    if (!plot.traces().isPotential()) return {};
    if (plot.isLive()) return m_base.zeroText();
    if (!m_ghosts || !m_ghosts->areShown()) return {};
    switch (m_ghosts->alignment()) {
    case Ghosts::Alignment::time: return tr("kept: by time");
    case Ghosts::Alignment::onset: return tr("kept: by onset");
    case Ghosts::Alignment::spike: break;
    }
    return tr("kept: by spike");
}

QRectF ZeroChip::placeIn(const TracePlot& plot) const { return textIn(plot).isEmpty() ? QRectF() : m_place; }

/// Where it covers no curve; where there is no such place, in the upper left corner.
void ZeroChip::paint(QPainter& painter, const TracePlot& plot) const
{
    if (!plot.traces().isPotential()) return;
    m_words = textIn(plot);
    if (m_words.isEmpty()) return;
    const QStringList lines{m_words + QStringLiteral(" ▾")};
    const QSizeF size = boxSize(plot, lines);
    const QRectF state = plot.isLive() ? m_base.stateIn(plot) : QRectF();
    m_place = freePlace(plot, size, m_place, {&state, state.isNull() ? 0U : 1U});
    if (m_place.isNull()) m_place = {plot.axes().topLeft() + QPointF(0.6, 0.6) * plot.plotStyle().em, size};
    drawBox(painter, plot, m_place, lines);
}

std::optional<Qt::CursorShape> ZeroChip::hover(const TracePlot& plot, QPointF at)
{
    return placeIn(plot).contains(at) ? std::optional(Qt::PointingHandCursor) : std::nullopt;
}

bool ZeroChip::press(TracePlot& plot, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !placeIn(plot).contains(event.position())) return false;
    using Kind = Timebase::Kind;
    using Alignment = Ghosts::Alignment;
    if (plot.isLive())
        offer<Kind>(plot, m_place,
                    {{Kind::spike, tr("A spike stands at t = 0")},
                     {Kind::rising, tr("The potential passing a level upwards stands at t = 0")},
                     {Kind::falling, tr("The potential passing a level downwards stands at t = 0")},
                     {Kind::onset, tr("An onset of the stimulus stands at t = 0")}},
                    m_base.kind(), [this](Kind kind) { m_base.setKind(kind); });
    else
        offer<Alignment>(plot, m_place,
                         {{Alignment::time, tr("Kept traces stand at their own time")},
                          {Alignment::onset, tr("Kept traces lie by the onset of the stimulus")},
                          {Alignment::spike, tr("Kept traces lie by the first spike to be seen; click to lay them anew")}},
                         m_ghosts->alignment(), [this](Alignment alignment) { m_ghosts->setAlignment(alignment); });
    return true;
}

}
