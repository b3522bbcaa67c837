// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan.h"

#include <QIODevice>

#include <algorithm>

namespace rheobase {

namespace {

constexpr qsizetype blockSize = 256 << 10;

}

bool Scan::readOn()
{
    m_block.remove(0, std::max<qsizetype>(0, m_place - lookback));
    m_place = std::min(m_place, lookback);
    const qsizetype size = m_block.size();
    m_block.resize(size + blockSize);
    const qint64 more = m_device.read(m_block.data() + size, blockSize);
    m_block.resize(size + std::max<qint64>(0, more));
    return more > 0;
}

Scan::Part::End Scan::skipPast(QByteArrayView mark, qint64 most)
{
    for (qint64 passed = 0; passed <= most;) {
        const qsizetype found = m_block.indexOf(mark, m_place);
        const qsizetype end = found < 0 ? std::max(m_place, m_block.size() - mark.size() + 1) : found + mark.size();
        passed += end - m_place;
        m_place = end;
        if (found >= 0) return Part::End::mark;
        if (!readOn()) return Part::End::device;
    }
    return Part::End::limit;
}

Scan::Part Scan::until(QByteArrayView mark, qsizetype most)
{
    Part part;
    while (true) {
        const qsizetype found = m_block.indexOf(mark, m_place);
        const qsizetype end = found < 0 ? std::max(m_place, m_block.size() - mark.size() + 1) : found;
        part.bytes.append(m_block.constData() + m_place, std::min(end - m_place, most + 1 - part.bytes.size()));
        m_place = found < 0 ? end : end + mark.size();
        if (part.bytes.size() > most) part.end = Part::End::limit;
        if (part.end == Part::End::limit || found >= 0) return part;
        if (readOn()) continue;
        part.bytes.append(m_block.constData() + m_place, m_block.size() - m_place);
        m_place = m_block.size();
        part.end = Part::End::device;
        return part;
    }
}

QByteArrayView Scan::next(qsizetype size)
{
    while (m_block.size() - m_place < size && readOn()) {}
    return QByteArrayView(m_block).sliced(m_place, std::min(size, m_block.size() - m_place));
}

QByteArrayView Scan::before() const { return QByteArrayView(m_block).first(m_place).last(std::min(m_place, lookback)); }

}
