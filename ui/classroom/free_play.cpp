// SPDX-License-Identifier: GPL-3.0-or-later
#include "free_play.h"

#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

namespace {

constexpr QSize smallCard(200, 124), lowCard(180, 100), largeCard(330, 230); // px
constexpr int lowWindow = 800;
constexpr int gap = 8;

QRectF extentOf(const KeptCard& card)
{
    QRectF all;
    for (const KeptCurve& curve : card.curves)
        if (!curve.points.isEmpty()) all = all.isNull() ? curve.points.boundingRect() : all.united(curve.points.boundingRect());
    return all;
}

void paintCurves(QPainter& painter, const QRectF& place, const KeptCard& card)
{
    const QRectF all = extentOf(card);
    painter.setPen(QPen(theme().border, 1));
    painter.drawLine(place.topLeft(), place.bottomLeft());
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    const double width = std::max(all.width(), 1e-12), height = std::max(all.height(), 1e-12);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < card.curves.size(); ++i) {
        QPolygonF line;
        for (const QPointF& p : card.curves[i].points)
            line << QPointF(place.left() + (p.x() - all.left()) / width * place.width(),
                            place.bottom() - (p.y() - all.top()) / height * place.height());
        painter.setPen(QPen(keptColour(i), exactly(1.5)));
        painter.drawPolyline(line);
    }
}

}

void KeptCards::setScene(const ClassScene& scene)
{
    beginResetModel();
    m_scene = &scene;
    endResetModel();
}

QString KeptCards::words(int row) const
{
    const KeptCard& card = at(row);
    if (card.curves.size() == 1) return tr("one neuron");
    QStringList all;
    for (const Difference& difference : card.differences) all << differenceWords(difference);
    return all.isEmpty() ? tr("they differ in no number") : all.join(QStringLiteral("&nbsp; "));
}

int KeptCards::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_scene ? 0 : static_cast<int>(m_scene->kept.size());
}

QVariant KeptCards::data(const QModelIndex& index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole && role != Qt::DisplayRole) return {};
    QTextDocument plain;
    plain.setHtml(words(index.row()));
    const QString kind = at(index.row()).isRate ? tr("firing rate against current") : tr("membrane potential, 200 ms");
    return role == Qt::DisplayRole ? plain.toPlainText() : QStringLiteral("%1: %2").arg(kind, plain.toPlainText());
}

void KeptPicture::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(0.5, 0.5, -scaled(gap) - 0.5, -scaled(gap) - 0.5);
    painter->setPen(option.state & QStyle::State_HasFocus ? QPen(theme().accent, exactly(2)) : QPen(theme().border, 1));
    painter->setBrush(theme().panel);
    painter->drawRoundedRect(card, exactly(8), exactly(8));
    const double line = option.fontMetrics.height() * 1.5, inset = exactly(12);
    paintCurves(*painter, card.adjusted(inset, inset * 0.8, -inset, -line - inset * 0.6), m_cards.at(index.row()));
    QTextDocument words;
    words.setDefaultFont(option.font);
    words.setDocumentMargin(0);
    words.setDefaultStyleSheet(QStringLiteral("body { color: %1 }").arg(theme().text.name()));
    words.setHtml(QStringLiteral("<body>%1</body>").arg(m_cards.words(index.row())));
    const QRectF foot(card.left() + inset, card.bottom() - line - exactly(2), card.width() - 2 * inset, line);
    painter->setClipRect(foot);
    painter->translate(foot.topLeft());
    words.drawContents(painter);
    painter->restore();
}

FreePlay::FreePlay() : m_picture(m_cards, this), m_list(new QListView), m_count(new QLabel), m_large(new QPushButton)
{
    auto* title = new QLabel(tr("Free play"));
    title->setProperty("role", QStringLiteral("title"));
    m_count->setProperty("role", QStringLiteral("faint"));
    m_large->setObjectName(QStringLiteral("showLarge"));
    m_large->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(title);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_large);
    m_list->setObjectName(QStringLiteral("kept"));
    m_list->setProperty("role", QStringLiteral("bare"));
    m_list->setAccessibleName(tr("Free play of the class"));
    m_list->setModel(&m_cards);
    m_list->setItemDelegate(&m_picture);
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* column = new QVBoxLayout(this);
    pad(column, {}, 6);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    connect(m_large, &QPushButton::clicked, this, [this] { emit largeWanted(!m_isLarge); });
    keepDressed(this, [this] { fit(); });
}

void FreePlay::setScene(const ClassScene& scene)
{
    m_cards.setScene(scene);
    const auto kept = std::ranges::count_if(scene.kept, [](const KeptCard& card) { return card.curves.size() > 1; });
    m_count->setText(
        counted(static_cast<std::size_t>(kept), tr("1 student kept neurons to compare"), tr("%1 students kept neurons to compare")));
    fit();
}

void FreePlay::setOpen(bool isOpen) { m_list->setVisible(isOpen); }

void FreePlay::setLarge(bool isLarge)
{
    m_isLarge = isLarge;
    fit();
}

void FreePlay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FreePlay::fit()
{
    const QSize small = window()->height() < scaled(lowWindow) ? lowCard : smallCard;
    m_large->setText(m_isLarge ? tr("Show small") : tr("Show large"));
    m_picture.setSize(scaled(m_isLarge ? largeCard : small));
    m_list->setWrapping(m_isLarge);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setVerticalScrollBarPolicy(m_isLarge ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(m_isLarge ? scaled(largeCard.height()) : scaled(small.height() + 10));
    m_list->setMaximumHeight(m_isLarge ? QWIDGETSIZE_MAX : scaled(small.height() + 10));
    m_list->doItemsLayout();
}

}
