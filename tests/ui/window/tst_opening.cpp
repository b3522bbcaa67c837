// SPDX-License-Identifier: GPL-3.0-or-later
// Files are read away from the window, which lives meanwhile; what is asked for last is opened.
#include "catalogue.h"
#include "experiment_file.h"
#include "main_window.h"
#include "notice.h"
#include "theme.h"

#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rheobase;

class TestOpening : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;

    /// An experiment that is told from others by its seed.
    static Experiment numbered(std::uint64_t seed)
    {
        Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
        e.seed = seed;
        return e;
    }
    QString fileOf(std::uint64_t seed) const
    {
        const QString path = m_folder.filePath(QString("%1.rheobase").arg(seed));
        QString error;
        if (!saveExperiment(path, numbered(seed), &error)) qFatal("%s", qPrintable(error));
        return path;
    }
    std::uint64_t seed() const { return m_window->session().experiment().seed; }
    QString notice() const
    {
        const auto* notice = m_window->findChild<Notice*>();
        return notice->isVisible() ? notice->accessibleName() : QString();
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_opening");
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void opensWhatWasReadAsOneStep()
    {
        m_window->open(fileOf(7));
        QTRY_VERIFY(m_window->session().experiment() == numbered(7));
        QCOMPARE(m_window->session().undoStack().count(), 1);
        QVERIFY(notice().isEmpty());
    }

    void theLastOneWins()
    {
        const QString large = m_folder.filePath("large.rheobase"); // which takes longer
        QFile file(large);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QJsonObject document = toJson(numbered(1));
        document["note"] = QString(8 << 20, u'n');
        file.write(QJsonDocument(document).toJson());
        file.close();
        m_window->open(large);
        m_window->open(fileOf(2));
        m_window->open(fileOf(3));
        QTRY_VERIFY(seed() == 3);
        QCOMPARE(m_window->session().undoStack().count(), 1);
        m_window->open(large);
        m_window->open(m_folder.filePath("absent.rheobase"));
        QTRY_VERIFY2(notice().contains("absent.rheobase"), qPrintable(notice()));
        QVERIFY(seed() == 3);
        m_window->open(fileOf(4));
        QTRY_VERIFY(seed() == 4);
        QVERIFY(notice().isEmpty());
    }

    void whatIsNoFileIsRefused()
    {
        const QString pipe = m_folder.filePath("pipe");
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString& path : {pipe, m_folder.path(), QString("/dev/zero")}) {
            m_window->open(path);
            QTRY_VERIFY2(notice().contains(path) && notice().contains("not a file"), qPrintable(notice()));
        }
    }

    void aNoticeIsNoMarkup()
    {
        m_window->open(m_folder.filePath("<b>absent</b>"));
        QTRY_VERIFY(notice().contains("<b>absent</b>"));
        for (const QLabel* label : m_window->findChild<Notice*>()->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains("<b>"), qPrintable(label->text()));
    }

    void closesWhileItReads()
    {
        m_window->open(m_folder.filePath("large.rheobase"));
        m_window->close();
        m_window.reset();
    }
};

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
