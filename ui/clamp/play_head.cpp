// SPDX-License-Identifier: GPL-3.0-or-later
#include "play_head.h"

#include "clamp_picture.h"
#include "live_values.h"
#include "theme.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace rheobase {

PlayHead::PlayHead(ClampPicture& picture) : QWidget(&picture), m_picture(picture)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    picture.installEventFilter(this);
}

void PlayHead::setAt(std::optional<QPointF> at)
{
    if (at == m_at) return;
    const auto strip = [this](const std::optional<QPointF>& place) {
        if (!place) return QRect();
        const double em = m_picture.plotStyle().em;
        return QRectF(m_picture.pixelAt(*place).x() - em, 0, 2 * em, height()).toAlignedRect();
    };
    update(strip(m_at));
    m_at = at;
    update(strip(m_at));
}

void PlayHead::paintEvent(QPaintEvent*)
{
    if (!m_at) return;
    const QRectF place = m_picture.axes();
    const QPointF at = m_picture.pixelAt(*m_at);
    if (at.x() < place.left() || at.x() > place.right()) return;
    const Theme& t = *m_picture.plotStyle().theme;
    const double em = m_picture.plotStyle().em;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.text, m_picture.plotStyle().hairline));
    painter.drawLine(QPointF(at.x(), place.top()), QPointF(at.x(), place.bottom()));
    painter.setPen(QPen(t.panel, 0.13 * em));
    painter.setBrush(t.text);
    if (at.y() >= place.top() && at.y() <= place.bottom()) painter.drawEllipse(at, 0.36 * em, 0.36 * em);
}

bool PlayHead::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) resize(m_picture.size());
    return QWidget::eventFilter(watched, event);
}

std::optional<double> timeInEpisode(const Session& session)
{
    const VoltageClamp& clamp = session.experiment().clamp;
    const double now = session.trace().empty() ? 0 : session.trace().latestTime();
    const double time = clamp.repeat > 0 ? std::fmod(now, clamp.repeat) : now;
    return session.isRunning() && time <= lengthOf(clamp) ? std::optional(time) : std::nullopt;
}

double valueNow(const Session& session, std::size_t row)
{
    const LiveValues live(session);
    if (row == 0) return live.of({Role::state, 0});
    if (row == 1) return live.of({Role::input, 0});
    return live.of({Role::term, clampedTerms(session.model())[row - 2]});
}

}
