// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "byte_sink.h"

#include <QFileDevice>
#include <QString>

#include <memory>

namespace rheobase {

/// A file that appears whole or not at all: nothing is seen of it before commit(). Pipes and devices are written as they
/// are. After the first failure nothing more is written, and problem() says what went wrong.
class WholeFile : public ByteSink {
public:
    explicit WholeFile(const QString& path);

    bool write(const QByteArray& bytes) override;
    bool rewrite(qint64 place, const QByteArray& bytes) override;
    bool commit();
    /// The same; what went wrong goes into `error`.
    bool commit(QString* error);
    /// One sentence with its remedy; empty as long as all went well.
    const QString& problem() const { return m_problem; }

private:
    bool fail();

    QString m_path, m_problem;
    std::unique_ptr<QFileDevice> m_file;
};

}
