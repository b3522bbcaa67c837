// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor_list.h"

#include "pins.h"
#include "sealed.h"
#include "session.h"
#include "theme.h"
#include "words.h"

namespace rheobase {

EditorList::EditorList(Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_column(new QVBoxLayout(this))
{
    pad(m_column, {}, 4);
    connect(&session, &Session::veilChanged, this, [this] {
        for (std::size_t i = 0; i < m_editors.size(); ++i) veil(i);
    });
}

QuantityEditor* EditorList::add(const Quantity& quantity, Read read, Write write, const QString& name, const std::string& setting)
{
    const std::size_t index = m_editors.size();
    m_model = &m_session.model();
    auto* editor = new QuantityEditor(quantity);
    editor->setObjectName(name.isEmpty() ? QString::fromStdString(identifier(quantity.symbol)) : name);
    connect(editor, &QuantityEditor::gestureStarted, this, [this] { m_gesture = m_session.beginGesture(); });
    connect(editor, &QuantityEditor::edited, this, [this, index](double value) { propose(index, value); });
    m_editors.push_back(editor);
    m_reads.push_back(std::move(read));
    m_writes.push_back(std::move(write));
    m_settings.push_back(setting.empty() ? editor->objectName().toStdString() : setting);
    m_column->addWidget(editor);
    m_isVeiled.push_back(false);
    editor->setValue(m_reads.back()(disguised(m_session.experiment())));
    veil(index);
    const QString model = fromView(m_model->id);
    editor->setPinned(pinsOf(model).contains(editor->objectName()));
    connect(editor, &QuantityEditor::pinned, this, [this, model, editor](bool on) {
        setPinned(model, editor->objectName(), on);
        emit pinsChanged();
    });
    emit pinsChanged();
    return editor;
}

void EditorList::clear()
{
    // What is typed in an editor that goes has no place any more: its quantity may be of another model.
    for (QuantityEditor* editor : m_editors) {
        editor->disconnect(this);
        editor->hide();
        editor->deleteLater(); // wherever it stands
    }
    m_editors.clear();
    m_reads.clear();
    m_writes.clear();
    m_settings.clear();
    m_isVeiled.clear();
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// What a lesson hides is gone; what it locks can be seen.
void EditorList::veil(std::size_t index)
{
    const bool isHidden = m_session.veil().hides(m_settings[index]);
    if (isHidden || m_isVeiled[index]) m_editors[index]->setVisible(!isHidden);
    m_isVeiled[index] = isHidden;
    m_editors[index]->setLocked(m_session.veil().isLocked(m_settings[index]));
}

void EditorList::refresh()
{
    const Experiment told = disguised(m_session.experiment()); // a field that is hidden must not hold it either
    for (std::size_t i = 0; i < m_editors.size(); ++i) m_editors[i]->setValue(m_reads[i](told));
}

void EditorList::propose(std::size_t index, double value)
{
    Experiment next = m_session.experiment();
    if (next.model != m_model) return; // another list is about to be built
    m_writes[index](next, value);
    const Sentence refusal = m_session.edit(next, m_gesture);
    if (index >= m_editors.size()) return; // it has been
    if (!refusal.empty()) m_editors[index]->refuse(spoken(refusal));
    else m_editors[index]->setValue(m_reads[index](disguised(m_session.experiment())));
}

}
