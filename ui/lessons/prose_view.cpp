// SPDX-License-Identifier: GPL-3.0-or-later
#include "prose_view.h"

#include "html.h"
#include "live_values.h"
#include "nice.h"
#include "session.h"
#include "setting.h"
#include "theme.h"
#include "words.h"

#include <QMouseEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double pointSize = 11, lineHeight = 21 /* px */, stepsOfRange = 200, pixelsOfStep = 2;
constexpr int valueName = QTextFormat::UserProperty + 1;
const QString scheme = QStringLiteral("live:");

/// Symbols in the serif of formulas, upright what stands below. Not in what is bold: those are keys.
QString withSymbols(const QString& html)
{
    static const QRegularExpression pieces(
        QStringLiteral("<strong>.*?</strong>|<[^>]*>|&[a-z#0-9]+;|(?<![\\p{L}\\d_])((?:Δ|d)?(?:[B-HJ-Zτσλ]|[gEVIRCtQ](?=_)))"
                       "(?:_([\\p{L}\\d∞]+))?(?![\\p{L}\\d_])"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    const QString family = formulaFont(pointSize, true).family();
    QString made;
    qsizetype end = 0;
    for (auto all = pieces.globalMatch(html); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        made += html.mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        if (match.captured(1).isEmpty()) made += match.captured();
        else {
            const QString below = match.captured(2).isEmpty() ? QString() : QStringLiteral("<sub>%1</sub>").arg(match.captured(2));
            made += QStringLiteral("<span style='font-family:\"%1\"; font-size:%4pt'><i>%2</i>%3</span>")
                        .arg(family, match.captured(1), below)
                        .arg(formulaFont(pointSize + 1, true).pointSizeF());
        }
    }
    return made + html.mid(end);
}

/// Every piece of text of one look.
template<class Act> void eachFragment(const QTextDocument& document, Act act)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it) act(it.fragment());
}

QTextCursor over(QTextDocument* document, int position, int length)
{
    QTextCursor cursor(document);
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    return cursor;
}

}

ProseView::ProseView(Session& session, const QString& markdown, QWidget* parent)
    : QTextBrowser(parent), m_session(session), m_markdown(markdown)
{
    setOpenLinks(false);
    setAccessibleName(tr("Text"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    keepDressed(this, [this] { write(); });
    connect(&session, &Session::experimentChanged, this, &ProseView::refresh);
    connect(&session, &Session::readingsDue, this, &ProseView::refresh);
    connect(&session, &Session::veilChanged, this, &ProseView::write);
}

QString ProseView::shownValue(const std::string& name) const
{
    const Experiment& e = m_session.experiment();
    if (m_session.veil().hides(name)) return QStringLiteral("?");
    if (const auto setting = settingOf(e, name)) return shown(valueOf(e, name), setting->unit);
    if (const auto derived = indexOf(e.model->derived, name))
        return shown(e.model->derivedFrom(e.parameters)[*derived], e.model->derived[*derived].unit);
    if (const auto state = indexOf(e.model->state, name))
        return shown(LiveValues(m_session).of({Role::state, *state}), e.model->state[*state].unit, 3);
    return QString::fromStdString(name);
}

bool ProseView::canMove(const std::string& name) const
{
    return settingOf(m_session.experiment(), name) && !m_session.veil().hides(name) && !m_session.veil().isLocked(name);
}

/// Lays the text out anew. Values are links at first: they keep their names through the Markdown.
void ProseView::write()
{
    static const QRegularExpression live(QStringLiteral("\\{([^{}\\s]+)\\}"));
    QString markdown = m_markdown;
    markdown.replace(live, QStringLiteral("[x](live:\\1)"));
    document()->setDefaultFont(interfaceFont(pointSize));
    setHtml(withSymbols(QString::fromStdString(rheobase::toHtml(markdown.toStdString()))));
    spaceLines();
    markValues();
    refresh();
    fit();
}

void ProseView::spaceLines()
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat lines;
    lines.setLineHeight(exactly(lineHeight), QTextBlockFormat::FixedHeight);
    all.mergeBlockFormat(lines);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat ends = block.blockFormat();
        ends.setTopMargin(0);
        ends.setBottomMargin(block.next().isValid() ? exactly(8) : 0);
        QTextCursor(block).setBlockFormat(ends);
    }
}

/// Gives the places of values their looks.
void ProseView::markValues()
{
    struct Value {
        int position, length;
        QString name;
    };
    std::vector<Value> values;
    eachFragment(*document(), [&](const QTextFragment& piece) {
        const QString address = piece.charFormat().anchorHref();
        if (address.startsWith(scheme)) values.push_back({piece.position(), piece.length(), address.mid(scheme.size())});
    });
    const auto isMovable = [this](const Value& value) { return canMove(value.name.toStdString()); };
    setFocusPolicy(std::ranges::any_of(values, isMovable) ? Qt::StrongFocus : Qt::ClickFocus);
    for (const Value& value : values) {
        QTextCharFormat format;
        format.setFont(interfaceFont(pointSize, QFont::DemiBold));
        format.setProperty(valueName, value.name);
        format.setForeground(isMovable(value) ? theme().accent : theme().text);
        if (isMovable(value)) {
            format.setAnchor(true);
            format.setAnchorHref(scheme + value.name);
            format.setUnderlineStyle(QTextCharFormat::DotLine);
        }
        over(document(), value.position, value.length).setCharFormat(format);
    }
}

/// The values as they are now, each in its place.
void ProseView::refresh()
{
    const QString focused = focusedValue();
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        eachFragment(*document(), [&](const QTextFragment& piece) {
            const QString name = piece.charFormat().property(valueName).toString();
            if (isChanged || name.isEmpty()) return;
            const QString text = shownValue(name.toStdString());
            isChanged = text != piece.text();
            if (isChanged) over(document(), piece.position(), piece.length()).insertText(text, piece.charFormat());
        });
    }
    if (focused.isEmpty() || focusedValue() == focused) return;
    eachFragment(*document(), [&](const QTextFragment& piece) {
        if (piece.charFormat().anchorHref() == scheme + focused) setTextCursor(over(document(), piece.position(), piece.length()));
    });
}

void ProseView::fit()
{
    document()->setTextWidth(viewport()->width());
    const int height = static_cast<int>(std::ceil(document()->size().height()));
    if (height != minimumHeight() || height != maximumHeight()) setFixedHeight(height);
}

void ProseView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

QString ProseView::valueAt(QPoint position) const
{
    const QString address = anchorAt(position);
    return address.startsWith(scheme) ? address.mid(scheme.size()) : QString();
}

QString ProseView::focusedValue() const
{
    const QTextCursor cursor = textCursor();
    const QString address = hasFocus() && cursor.hasSelection() ? cursor.charFormat().anchorHref() : QString();
    return address.startsWith(scheme) ? address.mid(scheme.size()) : QString();
}

/// So many two-hundredths of its range from a value, on a round number.
void ProseView::move(const std::string& name, double from, double steps)
{
    Experiment next = m_session.experiment();
    const Quantity quantity = *settingOf(next, name);
    const bool isLogarithmic = quantity.scale == Scale::logarithmic && quantity.min > 0;
    const double wanted = isLogarithmic ? from * std::pow(quantity.max / quantity.min, steps / stepsOfRange)
                                        : from + steps * (quantity.max - quantity.min) / stepsOfRange;
    const double grain = niceAtLeast((isLogarithmic ? from : quantity.max - quantity.min) / stepsOfRange / 2);
    setValue(next, name, std::clamp(std::round(wanted / grain) * grain, quantity.min, quantity.max));
    m_session.edit(next, m_gesture);
}

void ProseView::mousePressEvent(QMouseEvent* event)
{
    const QString name = event->button() == Qt::LeftButton ? valueAt(event->position().toPoint()) : QString();
    if (name.isEmpty()) return QTextBrowser::mousePressEvent(event);
    m_dragged = name.toStdString();
    m_from = valueOf(m_session.experiment(), m_dragged);
    m_start = event->globalPosition();
    m_gesture = m_session.beginGesture();
}

void ProseView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged.empty()) return move(m_dragged, m_from, (event->globalPosition().x() - m_start.x()) / exactly(pixelsOfStep));
    QTextBrowser::mouseMoveEvent(event);
    if (!valueAt(event->position().toPoint()).isEmpty()) viewport()->setCursor(Qt::SizeHorCursor);
}

void ProseView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragged.empty()) return QTextBrowser::mouseReleaseEvent(event);
    m_dragged.clear();
    m_gesture = {};
}

void ProseView::keyPressEvent(QKeyEvent* event)
{
    const std::string name = focusedValue().toStdString();
    const int direction = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (name.empty() || direction == 0 || event->modifiers() != Qt::NoModifier) {
        if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) return event->ignore();
        return QTextBrowser::keyPressEvent(event);
    }
    if (!event->isAutoRepeat() || !m_gesture) m_gesture = m_session.beginGesture();
    move(name, valueOf(m_session.experiment(), name), direction);
}

bool ProseView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QTextBrowser::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (valueAt(viewport()->mapFromGlobal(help->globalPos())).isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), tr("Drag sideways to change it; ↑ and ↓ where Tab has come to it"), this);
    return true;
}

}
