// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace rheobase;

namespace {

bool isSource(const QString& path) { return path.endsWith(".cpp") || path.endsWith(".h"); }
QString nameOf(const QString& path) { return path.section('/', -1); }
QString floorOf(const QString& path) { return path.section('/', 0, 0); }
/// The room "core_run" of "core/run/trace.h"; of what lies loose the floor.
QString roomOf(const QString& path) { return path.count('/') < 2 ? floorOf(path) : path.section('/', 0, 1).replace('/', '_'); }

/// The first capture of every match.
QStringList all(const char* pattern, const QString& text)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto it = expression.globalMatch(text); it.hasNext();) found << it.next().captured(1);
    return found;
}

/// The rooms and what each stands on, as the lines add_room(NAME ON …) say.
class Rooms {
public:
    explicit Rooms(const Files& files)
    {
        for (const QString floor : {"core", "ui", "app"})
            for (QString line : all("^add_room\\(([^)]*)", files[floor + "/CMakeLists.txt"])) {
                line = line.simplified();
                const QString name = line.section(' ', 0, 0), below = line.section(" ON ", 1).section(" LINKS ", 0, 0);
                m_below[name] = below.split(' ', Qt::SkipEmptyParts);
            }
    }

    QStringList names() const { return m_below.keys(); }
    /// Every room below one, straight or through others.
    QSet<QString> below(const QString& room) const
    {
        QSet<QString> found;
        QStringList open = m_below[room];
        while (!open.isEmpty()) {
            const QString next = open.takeLast();
            if (found.contains(next)) continue;
            found << next;
            open << m_below[next];
        }
        return found;
    }

private:
    QMap<QString, QStringList> m_below;
};

/// Looks for what breaks the rules of the rooms.
class Check {
public:
    explicit Check(const Files& files) : m_files(files), m_rooms(files)
    {
        for (auto it = files.begin(); it != files.end(); ++it) {
            if (!isSource(it.key())) continue;
            m_places[nameOf(it.key())] << it.key();
            m_quoted[it.key()] = all("^#include \"([^\"]+)\"", *it);
            m_bracketed[it.key()] = all("^#include <([^>]+)>", *it);
        }
    }

    QStringList violations()
    {
        circles();
        for (const QString& path : m_quoted.keys()) {
            spelling(path);
            if (floorOf(path) == "tests") continue;
            place(path);
            directions(path);
            system(path);
            reached(path, "qcustomplot.h", {"ui_plot"});
            reached(path, "runner.h", {"core_run", "ui_session"});
        }
        for (const char* room : {"ui_window", "ui_scope", "ui_views"})
            if (m_rooms.below("app_commands").contains(room)) m_found << QString("app_commands stands on %1").arg(room);
        return m_found;
    }

private:
    void circles()
    {
        for (const QString& room : m_rooms.names())
            if (m_rooms.below(room).contains(room)) m_found << QString("%1 stands on itself").arg(room);
    }

    void spelling(const QString& path)
    {
        for (const QString& header : m_quoted[path]) {
            if (header.endsWith(".moc")) continue;
            if (header.contains('/')) m_found << QString("%1 includes %2 by a path").arg(path, header);
            else if (m_places[header].size() != 1)
                m_found << QString("%1 includes %2, of which there are %3").arg(path, header).arg(m_places[header].size());
        }
    }

    void place(const QString& path)
    {
        if (m_rooms.names().contains(roomOf(path)) || QStringList{"app/main.cpp", "app/window.cpp", "app/window.h"}.contains(path)) return;
        m_found << QString("%1 stands in no room").arg(path);
    }

    void directions(const QString& path)
    {
        const QString room = roomOf(path);
        if (room == "app") return; // the roof
        for (const QString& header : m_quoted[path]) {
            const QString other = roomOf(m_places[header].value(0));
            if (other.isEmpty() || other == room || m_rooms.below(room).contains(other)) continue;
            m_found << QString("%1 includes %2, but %3 does not stand on %4").arg(path, header, room, other);
        }
    }

    void system(const QString& path)
    {
        static const QRegularExpression qt("^(Q|q\\w+\\.h$)"), posix("^(sys/.*|\\w+\\.h|csignal)$");
        static const QStringList others{"qcustomplot.h", "zlib.h",  "mpi.h",
                                        "md4c.h",        "matio.h", "immintrin.h"}; // of libraries and the compiler
        for (const QString& header : m_bracketed[path]) {
            if (floorOf(path) == "core" && qt.match(header).hasMatch()) m_found << QString("%1 includes Qt's %2").arg(path, header);
            if (path != "core/system/posix.cpp" && posix.match(header).hasMatch() && !others.contains(header))
                m_found << QString("%1 includes the system's %2").arg(path, header);
        }
    }

    /// Only the files of `rooms` include the header, straight or through another.
    void reached(const QString& path, const QString& header, const QStringList& rooms)
    {
        if (rooms.contains(roomOf(path))) return;
        QSet<QString> seen;
        QStringList open{path};
        while (!open.isEmpty()) {
            const QString next = open.takeLast();
            if (seen.contains(next)) continue;
            seen << next;
            if (m_quoted[next].contains(header) || m_bracketed[next].contains(header)) {
                m_found << QString("%1 sees %2").arg(path, header);
                return;
            }
            for (const QString& name : m_quoted[next]) open << m_places[name];
        }
    }

    const Files& m_files;
    Rooms m_rooms;
    QMap<QString, QStringList> m_places; // where files of a name stand
    QMap<QString, QStringList> m_quoted, m_bracketed;
    QStringList m_found;
};

QStringList violations(const Files& files) { return Check(files).violations(); }

}

/// Every source stands in a room, and includes what stands below it alone.
class TestRooms : public QObject {
    Q_OBJECT

private slots:
    void theSourcesKeepToTheirRooms();
    void whatDoesNotIsFound_data();
    void whatDoesNotIsFound();
    void aCircleIsFound();
};

void TestRooms::theSourcesKeepToTheirRooms()
{
    const Files files = sourceFiles();
    QVERIFY(files.size() > 400);
    QVERIFY(Rooms(files).below("app_commands").contains("core_numbers"));
    const QStringList found = violations(files);
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
}

void TestRooms::whatDoesNotIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("violation");
    const auto row = [](const char* name, const char* path, const char* line, const char* violation) {
        QTest::newRow(name) << path << line << violation;
    };
    row("up", "core/run/trace.h", "#include \"sweep.h\"", "core/run/trace.h includes sweep.h, but core_run does not stand on core_sweep");
    row("beside", "ui/panels/editor_list.h", "#include \"formula.h\"",
        "ui/panels/editor_list.h includes formula.h, but ui_panels does not stand on ui_blackboard");
    row("to another floor", "core/run/trace.cpp", "#include \"session.h\"",
        "core/run/trace.cpp includes session.h, but core_run does not stand on ui_session");
    row("by a path", "ui/scope/cursors.cpp", "#include \"../plot/plot.h\"", "ui/scope/cursors.cpp includes ../plot/plot.h by a path");
    row("nowhere", "tests/ui/robot.h", "#include \"spanner.h\"", "tests/ui/robot.h includes spanner.h, of which there are 0");
    row("twice", "ui/look/trace.h", "", "core/run/trace.cpp includes trace.h, of which there are 2");
    row("loose in core", "core/loose.h", "", "core/loose.h stands in no room");
    row("loose in ui", "ui/loose.cpp", "", "ui/loose.cpp stands in no room");
    row("loose in app", "app/loose.cpp", "", "app/loose.cpp stands in no room");
    row("a folder that is no room", "core/cellar/cask.h", "", "core/cellar/cask.h stands in no room");
    row("QCustomPlot", "ui/scope/cursors.cpp", "#include <qcustomplot.h>", "ui/scope/cursors.cpp sees qcustomplot.h");
    row("QCustomPlot through a header", "ui/plot/plot.h", "#include \"plot_canvas.h\"", "ui/figures/figure.cpp sees qcustomplot.h");
    row("the thread", "app/commands/run_order.cpp", "#include \"runner.h\"", "app/commands/run_order.cpp sees runner.h");
    row("Qt in core", "core/run/trace.h", "#include <QString>", "core/run/trace.h includes Qt's QString");
    row("POSIX", "core/run/trace.cpp", "#include <unistd.h>", "core/run/trace.cpp includes the system's unistd.h");
    row("POSIX by a folder", "app/main.cpp", "#include <sys/stat.h>", "app/main.cpp includes the system's sys/stat.h");
    row("signals", "app/main.cpp", "#include <csignal>", "app/main.cpp includes the system's csignal");
    row("commands that open a window", "app/CMakeLists.txt", "add_room(app_commands ON ui_window)", "app_commands stands on ui_scope");
}

void TestRooms::whatDoesNotIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, violation);
    Files files = sourceFiles();
    files[path] += "\n" + line + "\n";
    const QStringList found = violations(files);
    QVERIFY2(found.contains(violation), qPrintable(found.join('\n')));
}

void TestRooms::aCircleIsFound()
{
    Files files = sourceFiles();
    files["core/CMakeLists.txt"].replace("add_room(core_numbers ", "add_room(core_numbers ON core_sweep ");
    QVERIFY(violations(files).contains("core_numbers stands on itself"));
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
