// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change.h"
#include "quantity_editor.h"

#include <QVBoxLayout>

#include <functional>
#include <vector>

namespace rheobase {

class Session;
struct Experiment;
struct Model;

/// Editors of parts of a session's experiment, one below the other: each reads its part, and writes it as an undoable step.
class EditorList : public QWidget {
    Q_OBJECT
public:
    using Read = std::function<double(const Experiment&)>;
    using Write = std::function<void(Experiment&, double)>;

    explicit EditorList(Session& session, QWidget* parent = nullptr);

    /// An editor of one quantity; its name, by which it is pinned, is that of the symbol where none is given; `setting` is what lessons call
    /// it, where that is another name.
    QuantityEditor* add(const Quantity& quantity, Read read, Write write, const QString& name = {}, const std::string& setting = {});
    /// Any other widget, in the same column.
    void addWidget(QWidget* widget) { m_column->addWidget(widget); }
    const std::vector<QuantityEditor*>& editors() const { return m_editors; }
    /// Removes all that was added.
    void clear();
    /// Shows the experiment as it is.
    void refresh();

signals:
    void pinsChanged(); ///< which editors there are, or which are pinned

private:
    void propose(std::size_t index, double value);
    void veil(std::size_t index);

    Session& m_session;
    const Model* m_model = nullptr; // of the quantities
    QVBoxLayout* m_column;
    std::vector<QuantityEditor*> m_editors;
    std::vector<Read> m_reads;
    std::vector<Write> m_writes;
    std::vector<std::string> m_settings;
    std::vector<bool> m_isVeiled; // gone because a lesson hides it
    Gesture m_gesture;
};

}
