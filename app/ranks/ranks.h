// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <functional>
#include <stop_token>
#include <type_traits>
#include <vector>

namespace rheobase {

/// The processes that carry out one command together: this one alone (ranks_alone.cpp) or, in a program built with RHEOBASE_MPI, the
/// ranks that mpirun started (ranks_mpi.cpp). Every rank calls the same functions in the same order, on the thread that made this.
class Ranks {
public:
    Ranks();
    /// Waits for the others.
    ~Ranks(); // NOLINT(performance-trivially-destructible): not with MPI
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    /// True on the one rank that reads, writes and speaks.
    bool isFirst() const { return m_rank == 0; }
    /// The processors that are this rank's; 0: as many as the machine has.
    unsigned threads() const { return m_threads; }

    /// Does each rank's part, and waits for the others. Throws the Failure of the first rank that has one, on every rank.
    void together(const std::function<void()>& part);
    /// The same for a part that takes long: it runs on a thread of its own, and is told when it may end as another rank has failed.
    void together(const std::function<void(const std::stop_token& failed)>& part);

    /// The first rank's bytes, on every rank. Must not fail on one alone.
    QByteArray ofFirst(QByteArray bytes) const;

    /// Which of `count` indices are this rank's: neighbours, which cost alike, go to different ranks.
    std::vector<std::size_t> share(std::size_t count) const
    {
        std::vector<std::size_t> indices;
        for (std::size_t i = m_rank; i < count; i += m_size) indices.push_back(i);
        return indices;
    }
    /// All `count` records in order, where each rank has those of its share; on ranks that are not the first, nothing.
    template<class Record> std::vector<Record> gather(std::vector<Record> mine, std::size_t count) const
    {
        static_assert(std::is_trivially_copyable_v<Record>);
        if (m_size == 1) return mine;
        std::vector<Record> all(isFirst() ? count : 0);
        gather(mine.data(), mine.size(), all.data(), count, sizeof(Record));
        return all;
    }

private:
    void gather(const void* mine, std::size_t mineCount, void* all, std::size_t count, std::size_t bytes) const;

    std::size_t m_rank = 0, m_size = 1;
    unsigned m_threads = 0;
};

}
