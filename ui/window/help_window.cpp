// SPDX-License-Identifier: GPL-3.0-or-later
#include "help_window.h"

#include "theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QTabBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace rheobase {

HelpWindow::HelpWindow(QList<HelpPart> parts, QWidget* parent)
    : QDialog(parent), m_parts(std::move(parts)), m_search(new QLineEdit), m_tabs(new QTabBar), m_page(new QTextBrowser)
{
    setObjectName(QStringLiteral("help"));
    setWindowTitle(tr("Help"));
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search all of the help"));
    m_search->setAccessibleName(tr("Search all of the help"));
    m_search->setClearButtonEnabled(true);
    m_tabs->setObjectName(QStringLiteral("parts"));
    m_tabs->setAccessibleName(tr("Parts of the help"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const HelpPart& part : m_parts) m_tabs->addTab(part.title);
    m_page->setObjectName(QStringLiteral("page"));
    m_page->setAccessibleName(tr("Help"));
    m_page->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    pad(column, {16, 14, 16, 14}, 10);
    column->addWidget(m_search);
    column->addWidget(m_tabs);
    column->addWidget(m_page, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fill);
    connect(m_tabs, &QTabBar::tabBarClicked, m_search, &QLineEdit::clear);
    connect(m_tabs, &QTabBar::currentChanged, this, &HelpWindow::fill);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    const int line = fontMetrics().height();
    resize(46 * line, 38 * line);
    fill();
}

void HelpWindow::turnTo(const QString& part)
{
    m_search->clear();
    const auto it = std::ranges::find(m_parts, part, &HelpPart::id);
    if (it != m_parts.end()) m_tabs->setCurrentIndex(static_cast<int>(it - m_parts.begin()));
    show();
    raise();
    activateWindow();
    m_search->setFocus();
}

/// The topics with all the words that are wanted.
QString HelpWindow::htmlOf(const HelpPart& part, const QString& wanted) const
{
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    QString rows;
    for (const HelpTopic& topic : part.topics) {
        const QString all = topic.name + u' ' + topic.text;
        const auto isThere = [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); };
        if (std::ranges::all_of(words, isThere))
            rows +=
                QStringLiteral("<tr><td width='30%' style='padding:5px 14px 5px 0'><b>%1</b></td><td style='padding:5px 0'>%2</td></tr>")
                    .arg(topic.name.toHtmlEscaped(), topic.text.toHtmlEscaped());
    }
    if (rows.isEmpty()) return {};
    const QString heading = words.isEmpty() ? QString() : QStringLiteral("<h3>%1</h3>").arg(part.title.toHtmlEscaped());
    return heading + QStringLiteral("<table width='100%'>%1</table>").arg(rows);
}

void HelpWindow::fill()
{
    const QString wanted = m_search->text().trimmed();
    QString html;
    for (int i = 0; i < m_parts.size(); ++i)
        if (!wanted.isEmpty() || i == m_tabs->currentIndex()) html += htmlOf(m_parts[i], wanted);
    m_page->setHtml(html.isEmpty() ? QStringLiteral("<p>%1</p>").arg(tr("Nothing in the help has these words.")) : html);
}

void HelpWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_page) fill();
}

}
