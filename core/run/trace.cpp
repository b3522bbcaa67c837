// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace rheobase {

namespace {

// The parts of memory that rows of current and states, rows of terms, and blocks may take.
constexpr double stateShare = 0.7, termShare = 0.18, blockShare = 0.11;

/// Four series at once.
Extent extentOf(std::span<const float> values)
{
    Extent found[4];
    for (; values.size() >= 4; values = values.subspan(4))
        for (std::size_t i = 0; i < 4; ++i) found[i].include(values[i]);
    for (std::size_t i = 0; i < values.size(); ++i) found[i].include(values[i]);
    for (std::size_t i = 1; i < 4; ++i) found[0].include(found[i]);
    return found[0];
}

std::uint64_t nextSerial()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

}

std::size_t Trace::Bank::bytes() const { return chunks.size() * chunkRows * width * sizeof(float); }

void Trace::Bank::dropOldest()
{
    chunks.pop_front();
    first += chunkRows;
}

Trace::Trace(const Model& model, std::size_t memory)
    : m_model(&model), m_columns(model), m_memory(memory), m_serial(nextSerial()), m_latest(m_columns.size())
{
    const std::size_t terms = m_columns.size() - m_columns.count(Role::term);
    m_banks[0] = {.begin = Columns::given, .width = terms - Columns::given, .chunks = {}};
    m_banks[1] = {.begin = terms, .width = m_columns.size() - terms, .chunks = {}};
    m_extents.resize(m_latest.size() - 1);
}

void Trace::record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms)
{
    if (mark == Mark::start) {
        clear();
        ++m_runs;
    }
    if (mark == Mark::peak || mark == Mark::crossing) m_spikes.push_back(time);
    if (mark == Mark::crossing) return;
    m_latest[Columns::time] = time;
    m_latest[Columns::given] = I;
    std::ranges::copy(terms, std::ranges::copy(state, m_latest.begin() + Columns::potential).out);
    const std::span<const double> latest(m_latest);
    for (Bank& bank : m_banks) append(bank, latest.subspan(bank.begin, bank.width));
    for (std::size_t i = 0; i < m_extents.size(); ++i) m_extents[i].add(static_cast<float>(m_latest[i + 1]));
    m_times.add(time);
}

void Trace::append(Bank& bank, std::span<const double> values)
{
    const std::size_t place = rows() % chunkRows;
    if (place == 0) {
        if (&bank == m_banks) stayWithin();
        bank.chunks.emplace_back(chunkRows * bank.width);
    }
    std::vector<float>& chunk = bank.chunks.back();
    for (std::size_t i = 0; i < values.size(); ++i) chunk[i * chunkRows + place] = static_cast<float>(values[i]);
}

void Trace::clear()
{
    m_serial = nextSerial();
    for (Bank& bank : m_banks) {
        bank.chunks.clear();
        bank.first = 0;
    }
    for (Extents& extents : m_extents) extents = {};
    std::ranges::fill(m_latest, 0);
    m_times.clear();
    m_spikes.clear();
    m_oldest = 0;
}

/// Gives up what is beyond the memory, the oldest first.
void Trace::stayWithin()
{
    const auto share = [this](double part) { return part * static_cast<double>(m_memory); };
    const auto size = [](std::size_t bytes) { return static_cast<double>(bytes); };
    for (const auto& [bank, part] : {std::pair(&m_banks[0], stateShare), std::pair(&m_banks[1], termShare)})
        while (bank->chunks.size() > 1 && size(bank->bytes()) > share(part)) bank->dropOldest();
    std::size_t blocks = 0;
    for (const Extents& extents : m_extents) blocks += extents.bytes();
    if (size(blocks) > share(blockShare)) thinOldest();
}

/// Of blocks the finest go first.
void Trace::thinOldest()
{
    std::size_t level = 0;
    while (level + 1 < Extents::levels && !m_extents[0].block(level, m_extents[0].firstOf(level) / Extents::blockOf(level))) ++level;
    for (Extents& extents : m_extents) extents.thin(level);
    m_oldest = rows();
    for (std::size_t l = 0; l < Extents::levels; ++l)
        if (m_extents[0].block(l, m_extents[0].firstOf(l) / Extents::blockOf(l))) m_oldest = std::min(m_oldest, m_extents[0].firstOf(l));
    m_oldest = std::min(m_oldest, m_banks[0].first);
}

float Trace::value(std::size_t column, std::size_t row) const
{
    const Bank& bank = bankOf(column);
    if (row < bank.first) return std::numeric_limits<float>::quiet_NaN();
    return bank.chunks[(row - bank.first) / chunkRows][(column - bank.begin) * chunkRows + row % chunkRows];
}

std::vector<double> Trace::values(std::size_t column, std::size_t first, std::size_t end) const
{
    std::vector<double> found(end > first ? end - first : 0, std::numeric_limits<double>::quiet_NaN());
    const Bank& bank = bankOf(column);
    for (std::size_t row = std::max(first, bank.first); row < end;) {
        const std::size_t place = row % chunkRows, count = std::min(end - row, chunkRows - place);
        const std::vector<float>& chunk = bank.chunks[(row - bank.first) / chunkRows];
        std::copy_n(chunk.data() + (column - bank.begin) * chunkRows + place, count, found.data() + (row - first));
        row += count;
    }
    return found;
}

Extent Trace::extent(std::size_t column, std::size_t first, std::size_t end) const
{
    Extent found;
    const Bank& bank = bankOf(column);
    for (std::size_t row = std::max(first, m_oldest); row < end;) {
        if (row < bank.first) {
            row = includeBlock(column, row, end, false, found);
            continue;
        }
        if (const std::size_t next = includeBlock(column, row, end, true, found); next > row) {
            row = next;
            continue;
        }
        const std::size_t until = std::min(end, (row / Extents::firstBlock + 1) * Extents::firstBlock), place = row % chunkRows;
        const float* values = &bank.chunks[(row - bank.first) / chunkRows][(column - bank.begin) * chunkRows + place];
        found.include(extentOf({values, until - row}));
        row = until;
    }
    return found;
}

/// Includes the block at a row: the greatest that lies within row … end − 1 (`isWhole`), else the smallest that there is.
/// Returns the first row behind it.
std::size_t Trace::includeBlock(std::size_t column, std::size_t row, std::size_t end, bool isWhole, Extent& found) const
{
    const Extents& extents = m_extents[column - 1];
    std::size_t level = 0, size = Extents::firstBlock;
    if (isWhole) {
        if (row % size != 0 || row + size > end) return row;
        for (; level + 1 < Extents::levels && row % (size * Extents::factor) == 0 && row + size * Extents::factor <= end; ++level)
            size *= Extents::factor;
        for (;; --level, size /= Extents::factor) {
            if (const Extent* block = extents.block(level, row / size)) return found.include(*block), row + size;
            if (level == 0) return row;
        }
    }
    for (; level < Extents::levels; ++level, size *= Extents::factor)
        if (const Extent* block = extents.block(level, row / size)) return found.include(*block), (row / size + 1) * size;
    return row + Extents::firstBlock;
}

std::size_t Trace::bytes() const
{
    std::size_t sum = m_times.bytes() + m_spikes.capacity() * sizeof(double);
    for (const Bank& bank : m_banks) sum += bank.bytes();
    for (const Extents& extents : m_extents) sum += extents.bytes();
    return sum;
}

std::vector<double> Trace::latestState() const
{
    if (empty()) return {};
    const auto state = m_columns.part(Role::state, m_latest);
    return {state.begin(), state.end()};
}

void Trace::recordRow(Mark mark, std::span<const double> row)
{
    record(mark, row[Columns::time], row[Columns::given], m_columns.part(Role::state, row), m_columns.part(Role::term, row));
}

std::size_t Trace::firstAfter(double time) const { return firstAt(std::nextafter(time, std::numeric_limits<double>::infinity())); }

Trace Trace::excerpt(double from, double to) const
{
    Trace copy(model());
    const std::size_t kept = rawFrom(Columns::given), first = std::max(firstAt(from), kept), begin = first > kept ? first - 1 : first,
                      end = std::min(rows(), firstAfter(to) + 1);
    auto spike = std::ranges::lower_bound(spikes(), from);
    std::vector<double> values(m_columns.size());
    for (std::size_t row = begin; row < end; ++row) {
        values[0] = time(row);
        for (std::size_t i = 1; i < values.size(); ++i) values[i] = value(i, row);
        Mark mark = Mark::sample;
        for (; spike != spikes().end() && *spike <= values[0]; ++spike) {
            if (model().jumps) mark = Mark::peak;
            else copy.m_spikes.push_back(*spike);
        }
        copy.recordRow(mark, values);
    }
    return copy;
}

}
