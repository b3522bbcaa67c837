// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "plot.h"
#include "quantity_editor.h"
#include "theme.h"
#include "trace_row.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

/// Relative luminance, WCAG 2.2.
double luminance(const QColor& colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Contrast, 1 … 21, WCAG 2.2.
double contrast(const QColor& a, const QColor& b)
{
    const double lighter = std::max(luminance(a), luminance(b)), darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Lab {
    double L, a, b;
};

/// CIE L*a*b*, D65.
Lab labOf(const QColor& colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    const auto root = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
    const double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505), y = root(0.2126 * r + 0.7152 * g + 0.0722 * b),
                 z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor& a, const QColor& b)
{
    const Lab p = labOf(a), q = labOf(b);
    return std::hypot(p.L - q.L, p.a - q.a, p.b - q.b);
}

const Theme& themeOf(const QString& look) { return look == u"dark" ? darkTheme() : lightTheme(); }

void looks()
{
    QTest::addColumn<QString>("look");
    for (const char* look : {"light", "dark"}) QTest::newRow(look) << look;
}

/// Fails a row with all pairs that are too near, not with the first alone.
void expect(QStringList& faint, const char* what, const QColor& colour, const QColor& ground, double least)
{
    const double is = contrast(colour, ground);
    if (is < least) faint << QStringLiteral("%1 %2 on %3: %4").arg(what, colour.name(), ground.name()).arg(is, 0, 'f', 2);
}

}

/// What is written can be read, what is drawn can be told apart, in both looks.
class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { applyLook(*qApp, Look::light); }

    void contrastIsMeasuredAsWcagDoes()
    {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QVERIFY(std::abs(contrast("#777777", Qt::white) - 4.48) < 0.01);
    }

    void theStyleSheetNamesWhatThereIs_data() { looks(); }
    void theStyleSheetNamesWhatThereIs()
    {
        QFETCH(QString, look);
        applyLook(*qApp, look == u"dark" ? Look::dark : Look::light);
        const QString sheet = qApp->styleSheet();
        QVERIFY(sheet.contains("QPushButton") && sheet.contains(theme().onAccent.name()) && !sheet.contains(u'@'));
        static const QRegularExpression address("url\\(([^)]*)\\)|(:/icons/[^ ;)]*)");
        int icons = 0;
        for (auto all = address.globalMatch(sheet); all.hasNext(); ++icons) {
            const auto match = all.next();
            const QString path = match.captured(1) + match.captured(2);
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
        QCOMPARE(icons, 2);
    }

    void wordsCanBeRead_data() { looks(); }
    void wordsCanBeRead()
    {
        QFETCH(QString, look);
        const Theme& t = themeOf(look);
        QStringList faint;
        for (const QColor& ground : {t.window, t.panel, t.raised}) {
            expect(faint, "text", t.text, ground, 4.5);
            expect(faint, "faint", t.faint, ground, 4.5);
            expect(faint, "danger", t.danger, ground, 4.5);
        }
        expect(faint, "text on a pressed button", t.text, t.grid, 4.5);
        expect(faint, "text on the accent", t.onAccent, t.accent, 4.5);
        QVERIFY2(faint.isEmpty(), qPrintable(faint.join('\n')));
    }

    void curvesCanBeSeen_data() { looks(); }
    void curvesCanBeSeen()
    {
        QFETCH(QString, look);
        const Theme& t = themeOf(look);
        QStringList faint;
        for (const QColor& colour : t.traces) expect(faint, "trace", colour, t.panel, 3);
        for (const QColor& colour : {t.potential, t.current, t.threshold, t.rest, t.reset}) expect(faint, "curve", colour, t.panel, 3);
        expect(faint, "focus", t.accent, t.panel, 3);
        QVERIFY2(faint.isEmpty(), qPrintable(faint.join('\n')));
    }

    /// The curves of one plot differ by far more than the eye needs (ΔE*ab 2.3 is just noticed).
    void curvesOfAPlotDiffer_data() { looks(); }
    void curvesOfAPlotDiffer()
    {
        QFETCH(QString, look);
        const Theme& t = themeOf(look);
        for (std::size_t i = 0; i < std::size(t.traces); ++i)
            for (std::size_t k = 0; k < i; ++k) QVERIFY2(difference(t.traces[i], t.traces[k]) > 20, qPrintable(t.traces[i].name()));
        const QColor lines[] = {t.potential, t.threshold, t.rest, t.reset};
        for (std::size_t i = 0; i < std::size(lines); ++i)
            for (std::size_t k = 0; k < i; ++k) QVERIFY2(difference(lines[i], lines[k]) > 20, qPrintable(lines[i].name()));
    }

    void everyQuantityHasAColourThatCanBeSeen_data() { looks(); }
    void everyQuantityHasAColourThatCanBeSeen()
    {
        QFETCH(QString, look);
        const Theme& t = themeOf(look);
        QStringList faint;
        for (const Model& model : catalogue())
            for (const auto table : {model.state, model.terms, model.parameters})
                for (const Quantity& q : table) expect(faint, q.symbol.data(), colourOf(q, t), t.panel, 3);
        QVERIFY2(faint.isEmpty(), qPrintable(faint.join('\n')));
    }

    void theLookChangesWhileTheWindowIsOpen()
    {
        applyLook(*qApp, Look::light);
        QWidget window;
        window.setObjectName("column");
        window.resize(400, 120);
        QuantityEditor editor(findModel("leaky-integrate-and-fire")->parameters[0], &window);
        editor.resize(400, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* field = editor.findChild<QLineEdit*>();
        const auto ground = [&] { return field->grab().toImage().pixelColor(6, field->height() / 2); };
        for (const Look look : {Look::dark, Look::light, Look::dark}) {
            applyLook(*qApp, look);
            QCOMPARE(currentLook(), look);
            QCOMPARE(theme().dark, look == Look::dark);
            QTRY_COMPARE(ground(), theme().raised);
            QCOMPARE(qApp->palette().color(QPalette::Window), theme().window);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
