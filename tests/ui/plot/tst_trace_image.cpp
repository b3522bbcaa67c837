// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "trace.h"
#include "trace_image.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <numbers>
#include <optional>
#include <random>

using namespace rheobase;

namespace {

constexpr double step = 0.05; // ms between rows

void add(Trace& trace, double time, double V, Mark mark = Mark::sample)
{
    const double terms[2] = {};
    trace.record(trace.empty() ? Mark::start : mark, time, 0, {&V, 1}, terms);
}

const Model& passive() { return *findModel("passive"); }

/// A view of 300 × 200 points whose right edge is at a time.
ImageView viewUntil(double time, double length, double ratio)
{
    const QSize size = QSize(300, 200) * ratio;
    const double column = length / size.width();
    return {.size = size, .ratio = ratio, .column = column, .first = columnAt(time, column) - size.width() + 1, .values = {-80, 20}};
}

/// The test owns it.
std::shared_ptr<const Trace> seen(const Trace& trace) { return {std::shared_ptr<const Trace>(), &trace}; }

InkedCurve inked(const Trace& trace, double width = 2) { return {{.trace = seen(trace)}, QColor(10, 90, 200), width}; }

QImage drawnAnew(std::span<const InkedCurve> curves, const ImageView& view, const Ground& ground = {})
{
    TraceImage fresh;
    fresh.update(curves, view, ground);
    return fresh.image();
}

constexpr QRgb paper = 0xfff8f6f0, bar = 0xffd04020, line = 0xff808890;

/// Paper with a bar across, and lines every so many columns.
Ground striped(const ImageView& view, int distance)
{
    Ground ground{std::vector<QRgb>(static_cast<std::size_t>(view.size.height()), paper), {}, paper, line};
    std::fill_n(ground.rows.begin() + 40, 2, bar);
    for (TimeColumn column = view.first; column < view.first + view.size.width(); ++column)
        if (column % distance == 0) ground.lines.push_back(column);
    return ground;
}

/// The ink in some pixels, in whole ones.
double inkIn(const QImage& image, const QRect& part)
{
    double sum = 0;
    for (int y = std::max(0, part.top()); y <= std::min(part.bottom(), image.height() - 1); ++y)
        for (int x = std::max(0, part.left()); x <= std::min(part.right(), image.width() - 1); ++x)
            sum += qAlpha(image.pixel(x, y)) / 255.0;
    return sum;
}

}

class TestTraceImage : public QObject {
    Q_OBJECT
private slots:
    void aSingleSampleIsSeenEverywhere_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("memory");
        for (const double length : {3.0, 20.0, 150.0, 1000.0, 20'000.0})
            for (const double ratio : {1.0, 2.0})
                for (const int memory : {0, 600'000}) // the rows thinned to blocks
                    QTest::addRow("%g ms, %g%s", length, ratio, memory ? ", thinned" : "") << length << ratio << memory;
    }
    void aSingleSampleIsSeenEverywhere()
    {
        QFETCH(const double, length);
        QFETCH(const double, ratio);
        QFETCH(const int, memory);
        constexpr int rows = 400'000, odd = 71'828;
        Trace trace(passive(), memory ? static_cast<std::size_t>(memory) : std::numeric_limits<std::size_t>::max());
        for (int i = 0; i < rows; ++i) add(trace, step * i, i == odd ? 0 : -70 + 2 * std::sin(0.01 * i));
        QCOMPARE(trace.rawFrom(2) > odd, memory > 0);
        const InkedCurve curve = inked(trace, 2 * ratio);
        TraceImage scrolling;
        for (int i = 0; i < 60; ++i) { // through the window by parts of a column and by many
            const double until = step * odd + length * (i < 20 ? 0.0007 * i : 0.0237 * (i - 20) + 0.01);
            const ImageView view = viewUntil(until, length, ratio);
            scrolling.update({&curve, 1}, view);
            const auto x = static_cast<int>(columnAt(step * odd, view.column) - view.first);
            const int reach = static_cast<int>(memory ? 512 * step / view.column : 0) + 4; // a block
            const int y = static_cast<int>(0.2 * view.size.height());
            const QImage image = scrolling.image();
            QVERIFY2(inkIn(image, QRect(x - reach, y - 2, 2 * reach + 1, 5)) > 0.5, qPrintable(QString::number(i)));
        }
    }

    void drawingOnIsDrawingAnew_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("rowsAFrame");
        for (const double ratio : {1.0, 2.0})
            for (const int rows : {3, 40, 3000}) QTest::addRow("%g, %d rows a frame", ratio, rows) << ratio << rows;
    }
    void drawingOnIsDrawingAnew()
    {
        QFETCH(const double, ratio);
        QFETCH(const int, rowsAFrame);
        std::mt19937 random(3);
        std::normal_distribution noise(0.0, 3.0);
        std::uniform_real_distribution<> any(0, 1);
        Trace trace(passive()), ghost(passive());
        for (int i = 0; i < 40'000; ++i) add(ghost, 0.07 * i, -50 + 5 * noise(random));
        double time = 0, back = 0;
        const double length = 60.0 * rowsAFrame * step;
        TraceImage kept;
        int drawn = 0, frames = 0;
        for (int frame = 0; frame < 150; ++frame) {
            const int more = static_cast<int>(any(random) * 2 * rowsAFrame);
            for (int i = 0; i < more; ++i) {
                add(trace, time, -30 + noise(random), i % 50 == 7 ? Mark::peak : Mark::sample);
                if (i % 50 == 7) add(trace, time, -60); // a jump
                time += i % 50 == 7 ? 0.37 * step : step;
            }
            if (any(random) < 0.2) back = any(random) * length;
            if (any(random) < 0.2) back = 0;
            const double cut = time - 0.3 * length;
            const InkedCurve curves[] = {{{.trace = seen(ghost), .shift = 12.3}, QColor(200, 50, 50, 90), 1.5 * ratio},
                                         {{.trace = seen(trace), .shift = 0.4 * length, .span = {cut, time}}, Qt::gray, 2 * ratio},
                                         {{.trace = seen(trace), .spike = 40}, QColor(10, 90, 200), 2 * ratio}};
            const ImageView view = viewUntil(time - back, length, ratio);
            const Ground ground = striped(view, frame < 100 ? 50 : 20);
            drawn += kept.update(curves, view, ground);
            frames += view.size.width();
            QVERIFY2(kept.image() == drawnAnew(curves, view, ground), qPrintable(QString::number(frame)));
        }
        QVERIFY2(drawn < frames / 2, qPrintable(QString("%1 of %2").arg(drawn).arg(frames)));
    }

    void curvesStandOnTheirGround()
    {
        Trace trace(passive());
        for (int i = 0; i < 1000; ++i) add(trace, step * i, -70 + 0.07 * i);
        const InkedCurve curve = inked(trace);
        const ImageView view = viewUntil(50, 50, 1);
        const Ground ground = striped(view, 50);
        const QImage image = drawnAnew({&curve, 1}, view, ground), ink = drawnAnew({&curve, 1}, view);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QRgb row = ground.rows[static_cast<std::size_t>(y)];
                const QColor under(row == paper && (view.first + x) % 50 == 0 ? line : row), is(image.pixel(x, y));
                const QRgb over = ink.pixel(x, y); // premultiplied
                const auto differs = [&](int (QColor::*channel)() const) {
                    const double rest = 1 - qAlpha(over) / 255.0;
                    return std::abs((QColor(over).*channel)() + rest * (under.*channel)() - (is.*channel)()) > 4;
                };
                if (qAlpha(over) == 0) QCOMPARE(is, under);
                QVERIFY(!differs(&QColor::red) && !differs(&QColor::green) && !differs(&QColor::blue));
            }
        QVERIFY(inkIn(ink, ink.rect()) > 100);
    }

    void ofAnotherGroundWhatDiffersIsDrawn()
    {
        Trace trace(passive());
        for (int i = 0; i < 1000; ++i) add(trace, step * i, -70);
        const InkedCurve curve = inked(trace);
        const ImageView view = viewUntil(50, 50, 1);
        Ground ground = striped(view, 50);
        TraceImage image;
        QCOMPARE(image.update({&curve, 1}, view, ground), 300);
        QCOMPARE(image.update({&curve, 1}, view, ground), 0);
        ground.lines = {view.first + 7, view.first + 151}; // six go, two come
        QCOMPARE(image.update({&curve, 1}, view, ground), 8);
        QCOMPARE(image.image(), drawnAnew({&curve, 1}, view, ground));
        ground.rows[90] = bar;
        QCOMPARE(image.update({&curve, 1}, view, ground), 300);
        QCOMPARE(image.image(), drawnAnew({&curve, 1}, view, ground));
    }

    void isPaintedAsItIs()
    {
        Trace trace(passive());
        for (int i = 0; i < 2000; ++i) add(trace, step * i, -70 + 0.04 * i);
        const InkedCurve curve = inked(trace);
        TraceImage image;
        for (const double until : {50.0, 60.0}) { // the second time the ring is turned
            const ImageView view = viewUntil(until, 50, 1);
            image.update({&curve, 1}, view, striped(view, 50));
            QImage page(400, 300, QImage::Format_RGB32);
            page.fill(Qt::green);
            QPainter painter(&page);
            image.paint(painter, QRect(30, 20, 250, 500)); // as far as both reach
            painter.end();
            QImage wanted(page.size(), page.format());
            wanted.fill(Qt::green);
            const QImage whole = image.image();
            for (int y = 0; y < 200; ++y) std::copy_n(whole.constScanLine(y), 4 * 250, wanted.scanLine(20 + y) + 4 * 30);
            QCOMPARE(page.convertToFormat(QImage::Format_RGB888), wanted.convertToFormat(QImage::Format_RGB888));
        }
    }

    void anotherRunOrLookIsDrawnAnew()
    {
        Trace trace(passive());
        for (int i = 0; i < 1000; ++i) add(trace, step * i, -70);
        InkedCurve curve = inked(trace);
        const ImageView view = viewUntil(50, 50, 1);
        TraceImage image;
        QCOMPARE(image.update({&curve, 1}, view), 300);
        QCOMPARE(image.update({&curve, 1}, view), 0);
        curve.width = 4;
        QCOMPARE(image.update({&curve, 1}, view), 300);
        for (int i = 0; i < 1000; ++i) {
            const double V = -20, terms[2] = {};
            trace.record(i == 0 ? Mark::start : Mark::sample, step * i, 0, {&V, 1}, terms);
        }
        QCOMPARE(image.update({&curve, 1}, view), 300);
        QCOMPARE(image.image(), drawnAnew({&curve, 1}, view));
        QCOMPARE(image.update({}, view), 300);
        QCOMPARE(inkIn(image.image(), image.image().rect()), 0.0);
    }

    void anotherTraceInItsPlaceIsDrawnAnew()
    {
        std::optional<Trace> trace;
        const ImageView view = viewUntil(50, 50, 1);
        TraceImage image;
        for (const double V : {-70.0, -20.0}) { // of the same length, and at the same address
            trace.emplace(passive());
            for (int i = 0; i < 1000; ++i) add(*trace, step * i, V);
            const InkedCurve curve = inked(*trace);
            QCOMPARE(image.update({&curve, 1}, view), 300);
            QCOMPARE(image.image(), drawnAnew({&curve, 1}, view));
        }
    }

    void aLineHasItsInk_data()
    {
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("ratio");
        for (const double slope : {0.0, 0.2, 0.5, 1.0, 2.0, 5.0, 40.0})
            for (const double width : {1.0, 2.0, 3.0, 5.0})
                for (const double ratio : {1.0, 2.0})
                    QTest::addRow("slope %g, %g pixels, %g", slope, width, ratio) << slope << width << ratio;
    }
    void aLineHasItsInk()
    {
        QFETCH(const double, slope);
        QFETCH(const double, width);
        QFETCH(const double, ratio);
        const ImageView view{.size = QSize(300, 300) * ratio, .ratio = ratio, .column = 0.1, .first = 0, .values = {0, 300 * ratio}};
        const double run = 200 / std::hypot(1, slope), rise = slope * run; // pixels
        Trace trace(passive());
        add(trace, (20 + 0.31) * view.column, 40.4);
        add(trace, (20 + 0.31 + run) * view.column, 40.4 + rise);
        const InkedCurve curve{{.trace = seen(trace)}, Qt::black, width};
        const QImage image = drawnAnew({&curve, 1}, view);
        const double ink = inkIn(image, image.rect()), wanted = 200 * width + std::numbers::pi * width * width / 4; // with its round ends
        QVERIFY2(std::abs(ink / wanted - 1) < 0.05, qPrintable(QString("%1 instead of %2").arg(ink).arg(wanted)));
    }

    void aSpikeStandsOnItsPeak()
    {
        Trace trace(passive());
        for (int i = 0; i < 1000; ++i) add(trace, step * i, -60);
        add(trace, 50, -50, Mark::peak);
        for (int i = 0; i < 1000; ++i) add(trace, 50 + step * i, -70);
        InkedCurve curve = inked(trace);
        const ImageView view = viewUntil(100, 100, 1);
        const QRect above(0, 40, 300, 80); // −40 … 0 mV
        QCOMPARE(inkIn(drawnAnew({&curve, 1}, view), above), 0.0);
        curve.curve.spike = 60;
        const QImage image = drawnAnew({&curve, 1}, view);
        const auto x = static_cast<int>(columnAt(50, view.column) - view.first);
        QVERIFY(std::abs(inkIn(image, above) - 2 * 80) < 0.1 * 2 * 80);
        QCOMPARE(inkIn(image, above), inkIn(image, above.intersected(QRect(x - 2, 0, 5, 200))));
    }

    void onlyTheSpanIsDrawn()
    {
        Trace trace(passive());
        for (int i = 0; i < 2000; ++i) add(trace, step * i, -60);
        InkedCurve curve = inked(trace);
        curve.curve.span = {20, 40};
        curve.curve.shift = 10;
        const QImage image = drawnAnew({&curve, 1}, viewUntil(100, 100, 1));
        QVERIFY(inkIn(image, QRect(92, 0, 56, 200)) > 100);
        QCOMPARE(inkIn(image, QRect(92, 0, 56, 200)) + inkIn(image, QRect(86, 0, 6, 200)) + inkIn(image, QRect(148, 0, 6, 200)),
                 inkIn(image, image.rect()));
    }
};

QTEST_MAIN(TestTraceImage)
#include "tst_trace_image.moc"
