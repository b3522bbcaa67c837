// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD), it makes a call of the program fail, as a full disk or a small machine would:
//   FAULT=write|sync|rename|create|memory  which calls: write, pwrite, writev; fsync, fdatasync; rename, link; open that creates; new in
//                                           the program's own code, and malloc of pages (the rest Qt takes for granted)
//   FAULT_AT=N                              the N-th of them since main() began; with a "+" behind it, those after it too
//   FAULT_FOLDER=PATH                       of calls on files, only those inside
//   FAULT_MET=FILE                          appears once a call has failed
//   FAULT_COUNT=FILE                        says in the end how many calls there were
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <new>
#include <string_view>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::atomic<bool> armed = false;
std::atomic<long> calls = 0;
long place = 0;
bool goesOn = false;
std::string_view kind, folder;
const char* met = nullptr;

std::string_view setting(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? std::string_view(value) : std::string_view();
}

/// The function of this name that comes after this library's.
template<class F> F* after(const char* name) { return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name)); }

/// Writes a file without a call that might fail.
void note(const char* path, std::string_view text)
{
    if (!path) return;
    const auto file = static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, 0600));
    if (file < 0) return;
    syscall(SYS_write, file, text.data(), text.size());
    syscall(SYS_close, file);
}

/// Counts a call; true where it is to fail.
bool falls(std::string_view what)
{
    if (!armed || what != kind) return false;
    const long number = ++calls;
    if (number == place) note(met, "");
    return number == place || (goesOn && number > place);
}

bool fallsWith(std::string_view what, int error)
{
    if (!falls(what)) return false;
    errno = error;
    return true;
}

bool isInside(const char* path)
{
    if (path[0] == '/') return std::string_view(path).starts_with(folder);
    char here[PATH_MAX];
    return getcwd(here, sizeof here) && std::string_view(here).starts_with(folder);
}

bool isInside(int file)
{
    char name[64], path[PATH_MAX];
    std::snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(name, path, sizeof path - 1);
    return length > 0 && std::string_view(path, static_cast<std::size_t>(length)).starts_with(folder);
}

bool creates(int flags) { return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; }

/// Which open files have been written since they were last brought to the disk: there only a sync has something to fail at.
std::array<std::atomic<bool>, 1024> unsynced;

bool isUnsynced(int file)
{
    return file >= 0 && static_cast<std::size_t>(file) < unsynced.size() && unsynced[static_cast<std::size_t>(file)];
}

/// Tells whether a write is to fail; notes one that is not.
bool writeFalls(int file)
{
    if (!armed || !isInside(file)) return false;
    if (fallsWith("write", ENOSPC)) return true;
    if (static_cast<std::size_t>(file) < unsynced.size()) unsynced[static_cast<std::size_t>(file)] = true;
    return false;
}

bool syncFalls(int file)
{
    if (!armed || !isUnsynced(file)) return false;
    if (fallsWith("sync", EIO)) return true;
    unsynced[static_cast<std::size_t>(file)] = false;
    return false;
}

/// Where the code of the program itself begins and ends.
std::uintptr_t codeBegin = 0, codeEnd = 0;

int findCode(dl_phdr_info* object, size_t, void*)
{
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const auto& part = object->dlpi_phdr[i];
        if (part.p_type != PT_LOAD || (part.p_flags & PF_X) == 0) continue;
        codeBegin = object->dlpi_addr + part.p_vaddr;
        codeEnd = codeBegin + part.p_memsz;
    }
    return 1; // the first object is the program
}

bool isProgram(const void* caller)
{
    const auto address = reinterpret_cast<std::uintptr_t>(caller);
    return address >= codeBegin && address < codeEnd;
}

bool isLarge(size_t size) { return size >= 4096; }

int (*programsMain)(int, char**, char**);

int mainWithFaults(int count, char** arguments, char** environment)
{
    kind = setting("FAULT");
    folder = setting("FAULT_FOLDER");
    met = std::getenv("FAULT_MET");
    const char* const at = std::getenv("FAULT_AT");
    place = at ? std::atol(at) : 0;
    goesOn = setting("FAULT_AT").ends_with('+');
    dl_iterate_phdr(findCode, nullptr);
    unsetenv("LD_PRELOAD"); // programs that this one starts are left alone
    armed = true;
    const int status = programsMain(count, arguments, environment);
    armed = false;
    char text[24];
    note(std::getenv("FAULT_COUNT"), {text, static_cast<std::size_t>(std::snprintf(text, sizeof text, "%ld", calls.load()))});
    return status;
}

}

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the C library's
extern "C" {

int __libc_start_main(int (*main)(int, char**, char**), int count, char** arguments, void (*init)(), void (*fini)(), void (*end)(),
                      void* stack)
{
    using Start = int(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
    programsMain = main;
    static auto* const real = after<Start>("__libc_start_main");
    return real(mainWithFaults, count, arguments, init, fini, end, stack);
}

ssize_t write(int file, const void* bytes, size_t size)
{
    if (writeFalls(file)) return -1;
    static auto* const real = after<ssize_t(int, const void*, size_t)>("write");
    return real(file, bytes, size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t place)
{
    if (writeFalls(file)) return -1;
    static auto* const real = after<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return real(file, bytes, size, place);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t place)
{
    if (writeFalls(file)) return -1;
    static auto* const real = after<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return real(file, bytes, size, place);
}
ssize_t writev(int file, const iovec* parts, int count)
{
    if (writeFalls(file)) return -1;
    static auto* const real = after<ssize_t(int, const iovec*, int)>("writev");
    return real(file, parts, count);
}

int fsync(int file)
{
    if (syncFalls(file)) return -1;
    static auto* const real = after<int(int)>("fsync");
    return real(file);
}
int fdatasync(int file)
{
    if (syncFalls(file)) return -1;
    static auto* const real = after<int(int)>("fdatasync");
    return real(file);
}

int rename(const char* from, const char* to)
{
    if (armed && isInside(to) && fallsWith("rename", EIO)) return -1;
    static auto* const real = after<int(const char*, const char*)>("rename");
    return real(from, to);
}
int renameat(int fromFolder, const char* from, int toFolder, const char* to)
{
    if (armed && isInside(to) && fallsWith("rename", EIO)) return -1;
    static auto* const real = after<int(int, const char*, int, const char*)>("renameat");
    return real(fromFolder, from, toFolder, to);
}
int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags)
{
    if (armed && isInside(to) && fallsWith("rename", EIO)) return -1;
    static auto* const real = after<int(int, const char*, int, const char*, unsigned)>("renameat2");
    return real(fromFolder, from, toFolder, to, flags);
}
int link(const char* from, const char* to)
{
    if (armed && isInside(to) && fallsWith("rename", EIO)) return -1;
    static auto* const real = after<int(const char*, const char*)>("link");
    return real(from, to);
}
int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags)
{
    if (armed && isInside(to) && fallsWith("rename", EIO)) return -1;
    static auto* const real = after<int(int, const char*, int, const char*, int)>("linkat");
    return real(fromFolder, from, toFolder, to, flags);
}

/// The mode that follows the flags of a call that creates.
#define MODE_AFTER(flags)            \
    mode_t mode = 0;                 \
    if (creates(flags)) {            \
        va_list rest;                \
        va_start(rest, flags);       \
        mode = va_arg(rest, mode_t); \
        va_end(rest);                \
    }                                \
    if (armed && creates(flags) && isInside(path) && fallsWith("create", ENOSPC)) return -1

int open(const char* path, int flags, ...)
{
    MODE_AFTER(flags);
    static auto* const real = after<int(const char*, int, mode_t)>("open");
    return real(path, flags, mode);
}
int open64(const char* path, int flags, ...)
{
    MODE_AFTER(flags);
    static auto* const real = after<int(const char*, int, mode_t)>("open64");
    return real(path, flags, mode);
}
int openat(int place, const char* path, int flags, ...)
{
    MODE_AFTER(flags);
    static auto* const real = after<int(int, const char*, int, mode_t)>("openat");
    return real(place, path, flags, mode);
}
int openat64(int place, const char* path, int flags, ...)
{
    MODE_AFTER(flags);
    static auto* const real = after<int(int, const char*, int, mode_t)>("openat64");
    return real(place, path, flags, mode);
}

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);

void* malloc(size_t size) { return isLarge(size) && fallsWith("memory", ENOMEM) ? nullptr : __libc_malloc(size); }
void* calloc(size_t count, size_t size)
{
    return isLarge(count * size) && fallsWith("memory", ENOMEM) ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* memory, size_t size) { return isLarge(size) && fallsWith("memory", ENOMEM) ? nullptr : __libc_realloc(memory, size); }
}
// NOLINTEND(bugprone-reserved-identifier)

void* operator new(size_t size)
{
    void* const memory = isProgram(__builtin_return_address(0)) && falls("memory") ? nullptr : __libc_malloc(size);
    return memory ? memory : throw std::bad_alloc();
}
void* operator new[](size_t size)
{
    void* const memory = isProgram(__builtin_return_address(0)) && falls("memory") ? nullptr : __libc_malloc(size);
    return memory ? memory : throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
