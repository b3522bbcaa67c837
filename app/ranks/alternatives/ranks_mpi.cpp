// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows MPI. Its errors end all ranks, which is MPI's default.
#include "failure.h"
#include "ranks.h"
#include "system.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <future>
#include <mpi.h>
#include <new>
#include <optional>
#include <span>
#include <thread>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Ranks)
};

enum Tag { failed = 1, records };

constexpr std::chrono::milliseconds pause(1);

int worldRank()
{
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int worldSize()
{
    int size = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    return size;
}

/// MPI's own waiting keeps a processor busy, which those who still compute can use.
void wait(std::span<MPI_Request> requests)
{
    for (int done = 0;;) {
        MPI_Testall(static_cast<int>(requests.size()), requests.data(), &done, MPI_STATUSES_IGNORE);
        if (done) return;
        std::this_thread::sleep_for(pause);
    }
}

/// The processors of this machine go round among its ranks; mpirun may have bound this one to fewer.
unsigned threadsOfRank()
{
    MPI_Comm machine;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    int ranks = 1;
    MPI_Comm_size(machine, &ranks);
    MPI_Comm_free(&machine);
    return std::max(1u, std::min(std::thread::hardware_concurrency() / static_cast<unsigned>(ranks), processors()));
}

template<class Work> std::optional<Failure> failureOf(const Work& work)
{
    try {
        work();
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure;
    } catch (const std::bad_alloc&) {
        return Failure{Failure::impossible, Words::tr("there is not enough memory.")};
    } catch (const std::exception& e) {
        return Failure{Failure::impossible, QString::fromLocal8Bit(e.what()) + u'.'};
    }
}

/// What the first rank says for another one names it.
QByteArray sentenceOf(const Failure& failure)
{
    if (worldRank() == 0) return failure.sentence.toUtf8();
    std::array<char, MPI_MAX_PROCESSOR_NAME> machine{};
    int length = 0;
    MPI_Get_processor_name(machine.data(), &length);
    return Words::tr("rank %1 on %2: %3")
        .arg(QString::number(worldRank()), QString::fromLocal8Bit(machine.data(), length), failure.sentence)
        .toUtf8();
}

bool hasAnotherFailed()
{
    int isTold = 0;
    MPI_Iprobe(MPI_ANY_SOURCE, failed, MPI_COMM_WORLD, &isTold, MPI_STATUS_IGNORE);
    return isTold;
}

/// The status of one rank, and how long its sentence is.
struct Report {
    int status, length;
};

/// Interrupts the ranks that compute.
std::vector<MPI_Request> tellOthers()
{
    std::vector<MPI_Request> requests;
    for (int rank = 0; rank < worldSize(); ++rank)
        if (rank != worldRank()) MPI_Isend(nullptr, 0, MPI_BYTE, rank, failed, MPI_COMM_WORLD, &requests.emplace_back());
    return requests;
}

void hearOthers(std::span<const Report> reports)
{
    for (int rank = 0; rank < worldSize(); ++rank)
        if (rank != worldRank() && reports[rank].status != 0)
            MPI_Recv(nullptr, 0, MPI_BYTE, rank, failed, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

void agree(const std::optional<Failure>& mine)
{
    QByteArray sentence = mine ? sentenceOf(*mine) : QByteArray();
    std::vector<MPI_Request> requests = mine ? tellOthers() : std::vector<MPI_Request>();
    const Report report{mine ? mine->status : 0, static_cast<int>(sentence.size())};
    std::vector<Report> reports(static_cast<std::size_t>(worldSize()));
    MPI_Request gathered;
    MPI_Iallgather(&report, 2, MPI_INT, reports.data(), 2, MPI_INT, MPI_COMM_WORLD, &gathered);
    wait({&gathered, 1});
    const auto first = std::ranges::find_if(reports, [](const Report& r) { return r.status != 0; });
    if (first == reports.end()) return;
    hearOthers(reports);
    wait(requests);
    sentence.resize(first->length);
    MPI_Bcast(sentence.data(), first->length, MPI_BYTE, static_cast<int>(first - reports.begin()), MPI_COMM_WORLD);
    throw Failure{first->status, QString::fromUtf8(sentence)};
}

}

Ranks::Ranks()
{
    int provided = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    m_rank = static_cast<std::size_t>(worldRank());
    m_size = static_cast<std::size_t>(worldSize());
    m_threads = threadsOfRank();
}

Ranks::~Ranks() { MPI_Finalize(); }

void Ranks::together(const std::function<void()>& part) { agree(failureOf(part)); }

void Ranks::together(const std::function<void(const std::stop_token& failed)>& part)
{
    std::stop_source stop;
    const auto failure = failureOf([&] {
        std::future<void> done = std::async(std::launch::async, part, stop.get_token());
        while (done.wait_for(pause) != std::future_status::ready)
            if (hasAnotherFailed()) stop.request_stop();
        done.get();
    });
    agree(stop.stop_requested() ? std::nullopt : failure); // what fails after the stop fails because of it
}

QByteArray Ranks::ofFirst(QByteArray bytes) const
{
    int size = static_cast<int>(bytes.size());
    MPI_Bcast(&size, 1, MPI_INT, 0, MPI_COMM_WORLD);
    bytes.resize(size);
    MPI_Bcast(bytes.data(), size, MPI_BYTE, 0, MPI_COMM_WORLD);
    return bytes;
}

/// Record i of a share goes where it belongs in the whole: as many records on as there are ranks.
void Ranks::gather(const void* mine, std::size_t mineCount, void* all, std::size_t count, std::size_t bytes) const
{
    MPI_Datatype record, scattered;
    MPI_Type_contiguous(static_cast<int>(bytes), MPI_BYTE, &record);
    MPI_Type_create_resized(record, 0, static_cast<MPI_Aint>(m_size * bytes), &scattered);
    MPI_Type_commit(&record);
    MPI_Type_commit(&scattered);
    std::vector<MPI_Request> requests;
    for (std::size_t rank = 0; isFirst() && rank < std::min(m_size, count); ++rank)
        MPI_Irecv(static_cast<std::byte*>(all) + rank * bytes, static_cast<int>((count - rank + m_size - 1) / m_size), scattered,
                  static_cast<int>(rank), records, MPI_COMM_WORLD, &requests.emplace_back());
    if (mineCount > 0) MPI_Isend(mine, static_cast<int>(mineCount), record, 0, records, MPI_COMM_WORLD, &requests.emplace_back());
    wait(requests);
    MPI_Type_free(&scattered);
    MPI_Type_free(&record);
}

}
