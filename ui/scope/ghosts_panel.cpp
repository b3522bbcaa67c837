// SPDX-License-Identifier: GPL-3.0-or-later
#include "ghosts_panel.h"

#include "chooser.h"
#include "ghosts.h"
#include "session.h"
#include "theme.h"
#include "words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rheobase {

namespace {

constexpr QSize swatchSize(26, 14);

/// A stroke as the ghost's curves are.
QIcon swatch(QColor colour, double opacity, qreal ratio)
{
    QPixmap picture(scaled(swatchSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(opacity);
    painter.scale(exactly(1), exactly(1));
    painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(4, 7), QPointF(22, 7));
    return QIcon(picture);
}

QLabel* faintLabel(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setProperty("role", QStringLiteral("faint"));
    label->setWordWrap(true);
    return label;
}

QPushButton* button(const QString& text, const QString& name, const QString& tip)
{
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setToolTip(tip);
    return made;
}

}

GhostsPanel::GhostsPanel(Ghosts& ghosts, Session& session, QWidget* parent)
    : QWidget(parent),
      m_ghosts(ghosts),
      m_session(session),
      m_list(new QListWidget),
      m_empty(faintLabel(QStringLiteral("empty"))),
      m_details(faintLabel(QStringLiteral("details"))),
      m_remark(faintLabel(QStringLiteral("remark")))
{
    m_empty->setText(tr("Press K to keep the present trace and compare: it stays behind the live one while you change parameters."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_list->setObjectName(QStringLiteral("kept"));
    m_list->setAccessibleName(tr("Kept traces"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* column = new QVBoxLayout(this);
    pad(column, {10, 10, 10, 10});
    column->addWidget(makeControls());
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    for (QWidget* widget : {static_cast<QWidget*>(m_remark), static_cast<QWidget*>(m_details), makeButtons()}) column->addWidget(widget);
    m_remark->hide();
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_list->installEventFilter(this);

    connect(m_list, &QListWidget::itemChanged, this, &GhostsPanel::adopt);
    connect(m_list, &QListWidget::currentRowChanged, this, &GhostsPanel::tellCurrent);
    connect(m_list, &QListWidget::customContextMenuRequested, this, &GhostsPanel::openMenu);
    connect(&ghosts, &Ghosts::changed, this, &GhostsPanel::refresh);
    connect(&ghosts, &Ghosts::said, this, [this](const QString& remark) {
        m_remark->setText(remark);
        m_remark->setVisible(!remark.isEmpty());
    });
    keepDressed(this, [this] {
        m_list->setIconSize(scaled(swatchSize));
        m_list->setSpacing(scaled(2));
        refresh();
    });
}

QWidget* GhostsPanel::makeControls()
{
    auto* keep = button(tr("Keep"), QStringLiteral("keep"), tr("Keep the present trace as a ghost to compare with (K)"));
    keep->setProperty("role", QStringLiteral("primary"));
    m_automatic = new QCheckBox(tr("at each change"));
    m_automatic->setObjectName(QStringLiteral("automatic"));
    m_automatic->setToolTip(tr("Leave a fading ghost whenever something is changed"));
    m_automatic->setAccessibleName(m_automatic->toolTip());
    m_alignment = new Chooser;
    m_alignment->setObjectName(QStringLiteral("alignment"));
    m_alignment->setAccessibleName(tr("How kept traces are aligned"));
    const std::pair<QString, QString> alignments[] = {
        {tr("by time"), tr("Each stands at its own time of the run")},
        {tr("by onset"), tr("The onsets of both stimuli coincide; without two onsets: by time")},
        {tr("by spike"), tr("Its first spike and the first one since it was kept, since the last change or the restart, coincide, and "
                            "there it stays; without "
                            "two spikes: by time")}};
    m_alignment->setToolTip(tr("How kept traces lie beside a run that scrolls; under a trigger they share its zero"));
    for (const auto& [text, tip] : alignments) {
        m_alignment->addItem(text);
        m_alignment->setItemData(m_alignment->count() - 1, tip, Qt::ToolTipRole);
    }
    connect(keep, &QPushButton::clicked, &m_ghosts, &Ghosts::keep);
    connect(m_automatic, &QCheckBox::toggled, &m_ghosts, &Ghosts::setAutomatic);
    connect(m_alignment, &QComboBox::activated, this, [this](int i) { m_ghosts.setAlignment(static_cast<Ghosts::Alignment>(i)); });
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    pad(row, {}, 10);
    row->addWidget(keep);
    row->addWidget(m_automatic);
    row->addStretch();
    row->addWidget(m_alignment);
    return controls;
}

QWidget* GhostsPanel::makeButtons()
{
    m_restore = button(tr("Restore parameters"), QStringLiteral("restore"),
                       tr("Make the experiment of this trace the live one: parameters, stimulus, noise and solver"));
    m_delete = button(tr("Delete"), QStringLiteral("delete"), tr("Delete this trace (Del)"));
    connect(m_restore, &QPushButton::clicked, this, [this] { onCurrent(&Ghosts::restore); });
    connect(m_delete, &QPushButton::clicked, this, [this] { onCurrent(&Ghosts::remove); });
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->addWidget(m_restore);
    row->addStretch();
    row->addWidget(m_delete);
    return buttons;
}

int GhostsPanel::current() const { return m_list->currentRow(); }

void GhostsPanel::onCurrent(void (Ghosts::*act)(std::size_t))
{
    if (current() >= 0) (m_ghosts.*act)(static_cast<std::size_t>(current()));
}

void GhostsPanel::fill(QListWidgetItem* item, std::size_t index) const
{
    const Ghost& ghost = m_ghosts.list()[index];
    const bool fits = m_ghosts.fits(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
    if (fits) flags |= Qt::ItemIsUserCheckable;
    item->setFlags(flags);
    item->setText(m_ghosts.label(index));
    item->setCheckState(ghost.isShown && fits ? Qt::Checked : Qt::Unchecked);
    item->setIcon(swatch(m_ghosts.colourOf(index), m_ghosts.opacityOf(index), devicePixelRatioF()));
    item->setToolTip(m_ghosts.differenceOf(index));
    item->setForeground(fits ? theme().text : theme().disabled);
}

void GhostsPanel::refresh()
{
    const QSignalBlocker quiet(m_list);
    const int count = static_cast<int>(m_ghosts.list().size());
    const bool isLonger = count > m_list->count();
    while (m_list->count() > count) delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count) m_list->addItem(new QListWidgetItem);
    for (int i = 0; i < count; ++i) fill(m_list->item(i), static_cast<std::size_t>(i));
    if (isLonger) m_list->setCurrentRow(count - 1);
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_automatic->setChecked(m_ghosts.isAutomatic());
    m_alignment->setCurrentIndex(static_cast<int>(m_ghosts.alignment()));
    tellCurrent();
}

/// What a person changed in the list. An untouched label does not become a name.
void GhostsPanel::adopt(const QListWidgetItem* item)
{
    const auto index = static_cast<std::size_t>(m_list->row(item));
    if (m_ghosts.fits(index)) m_ghosts.show(index, item->checkState() == Qt::Checked);
    if (item->text() != m_ghosts.label(index)) m_ghosts.rename(index, item->text());
}

void GhostsPanel::tellCurrent()
{
    const int row = current();
    m_restore->setEnabled(row >= 0 && m_ghosts.list()[static_cast<std::size_t>(row)].experiment != m_session.experiment());
    m_delete->setEnabled(row >= 0);
    m_details->setVisible(row >= 0);
    if (row < 0) return;
    const auto index = static_cast<std::size_t>(row);
    const Ghost& ghost = m_ghosts.list()[index];
    QStringList parts;
    if (!ghost.name.isEmpty()) parts << m_ghosts.differenceOf(index);
    if (!m_ghosts.fits(index)) parts << tr("shown when its model is back");
    parts << tr("kept from %1 to %2").arg(moment(ghost.window.first), moment(ghost.window.second));
    m_details->setText(parts.join(QStringLiteral("; ")));
}

void GhostsPanel::openMenu(const QPoint& place)
{
    QListWidgetItem* item = m_list->itemAt(place);
    if (!item) return;
    m_list->setCurrentItem(item);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), this, [this, item] { m_list->editItem(item); });
    QAction* restore = menu->addAction(m_restore->text(), m_restore, &QPushButton::click);
    restore->setEnabled(m_restore->isEnabled());
    menu->addAction(m_delete->text(), m_delete, &QPushButton::click);
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

bool GhostsPanel::eventFilter(QObject* watched, QEvent* event)
{
    QListWidgetItem* item = m_list->currentItem();
    const bool isRenaming = m_list->viewport()->findChild<QLineEdit*>() != nullptr; // whose Return reaches the list, too
    if (watched != m_list || event->type() != QEvent::KeyPress || !item || isRenaming) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete: onCurrent(&Ghosts::remove); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (item->flags() & Qt::ItemIsUserCheckable) item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

}
