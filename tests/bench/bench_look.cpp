#include "catalogue.h"
#include "export.h"
#include "phase_picture.h"
#include "phase_plot.h"
#include "session.h"

#include <cstdio>
#include <ctime>
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <vector>

using namespace rheobase;

static std::vector<QPixmap> shots;
static void settle(int ms)
{
    QElapsedTimer t;
    t.start();
    while (t.elapsed() < ms) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

static void look(const char* id, const char* name, double I, double time, PhaseChoice choice, bool usual, int w, int h, Look l)
{
    applyLook(*qApp, l);
    Experiment e = defaultExperiment(*findModel(id));
    e.stimulus[0].values[0] = I;
    Session session(e);
    PhasePlot plot(session);
    plot.setAutoFillBackground(true);
    plot.setObjectName("column");
    plot.resize(w, h);
    plot.show();
    if (!usual) plot.setChoice(choice);
    settle(50);
    session.advanceBy(time);
    settle(400);
    double best = 1e9, sum = 0;
    for (int i = 0; i < 60; ++i) {
        const auto c0 = std::clock();
        plot.refreshNow();
        QCoreApplication::processEvents();
        const double c = 1e3 * double(std::clock() - c0) / CLOCKS_PER_SEC;
        best = std::min(best, c);
        sum += c;
    }
    std::printf("%s: %.2f ms least %.2f\n", name, sum / 60, best);
    shots.push_back(plot.grab());
    QString error;
    if (l == Look::dark) saveFigure(QString("/tmp/views_look/%1-figure.png").arg(name), plot.figure(), {}, {}, &error);
}

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    for (Look l : {Look::light, Look::dark}) {
        look("hodgkin-huxley", "hh-n", 10, 133.5, {}, true, 372, 440, l);
        look("hodgkin-huxley", "hh-rest", 5, 30, {}, true, 372, 440, l);
        look("hodgkin-huxley", "hh-m", 10, 133.8, {0, 1, Rest::followsPotential, 50}, false, 560, 520, l);
        look("hodgkin-huxley", "hh-rate", 10, 133.8, {0, std::nullopt, Rest::held, 50}, false, 372, 440, l);
        look("leaky-integrate-and-fire", "lif", 2.4, 211, {}, true, 372, 440, l);
        look("leaky-integrate-and-fire", "lif-rest", 1.2, 20, {}, true, 372, 440, l);
        look("passive", "passive", 1, 10, {}, true, 372, 440, l);
        look("perfect-integrate-and-fire", "pif", 0.5, 100, {}, true, 372, 440, l);
        QImage sheet(1720, 1000, QImage::Format_RGB32);
        sheet.fill(Qt::gray);
        QPainter p(&sheet);
        int x = 0, y = 0;
        for (const auto& s : shots) {
            if (x + s.width() > 1720) x = 0, y += 530;
            p.drawPixmap(x, y, s);
            x += s.width() + 8;
        }
        p.end();
        sheet.save(QString("/tmp/views_look/sheet-%1.png").arg(l == Look::dark ? "dark" : "light"));
        shots.clear();
    }
}
