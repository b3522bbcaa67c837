// SPDX-License-Identifier: GPL-3.0-or-later
#include "ground.h"

#include <QColor>
#include <QPainter>
#include <QTest>

#include <random>

using namespace rheobase;

namespace {

constexpr QRgb paper = 0xfff8f6f0, bar = 0xffd04020, line = 0xff808890;
constexpr QRect part(3, 2, 41, 30);

QImage sheet()
{
    QImage image(50, 40, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.fillRect(0, 12, 50, 2, QColor(bar));
    painter.fillRect(20, 20, 5, 5, QColor(bar));
    return image;
}

/// All rows, with the same ink over each.
QImage carried(const Ground& ground, const QRgb* ink, int x = 0)
{
    QImage image(ground.size(), QImage::Format_RGB32);
    image.fill(0);
    for (int y = 0; y < image.height(); ++y) ground.carry(ink, x, image.width(), y, reinterpret_cast<QRgb*>(image.scanLine(y)));
    return image;
}

}

class TestGround : public QObject {
    Q_OBJECT
private slots:
    void isThePartOfTheSheet()
    {
        Ground ground;
        ground.take(sheet(), part);
        QCOMPARE(carried(ground, nullptr), sheet().copy(part));
    }

    void linesStandOnPaperOnly()
    {
        Ground ground;
        ground.take(sheet(), part);
        const int places[] = {0, 18, 40};
        for (const int from : {0, 2}) { // the second time without the first of them
            ground.rule(std::span(places).subspan(from > 0), paper, line);
            const QImage image = carried(ground, nullptr), plain = sheet().copy(part);
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const bool isLine = (x == 0 && from == 0) || x == 18 || x == 40;
                    QCOMPARE(image.pixel(x, y), isLine && plain.pixel(x, y) == paper ? line : plain.pixel(x, y));
                }
        }
    }

    void inkIsLaidOver()
    {
        Ground ground;
        ground.take(sheet(), part);
        std::mt19937 random(5);
        std::vector<QRgb> ink(static_cast<std::size_t>(part.width()));
        for (QRgb& pixel : ink) pixel = qPremultiply(qRgba(random() % 256, random() % 256, random() % 256, random() % 256));
        ink[0] = 0;
        ink[1] = 0xff102030;
        for (const int x : {0, 7}) {
            QImage wanted = sheet().copy(part);
            for (int y = 0; y < part.height(); ++y)
                for (int i = x; i < part.width(); ++i) {
                    const QRgb over = ink[static_cast<std::size_t>(i - x)], under = wanted.pixel(i, y), rest = 255 - qAlpha(over);
                    const auto mix = [&](int (*channel)(QRgb)) { return channel(over) + static_cast<int>(rest) * channel(under) / 255; };
                    wanted.setPixel(i, y, qRgb(mix(qRed), mix(qGreen), mix(qBlue)));
                }
            const QImage image = carried(ground, ink.data(), x);
            for (int y = 0; y < part.height(); ++y)
                for (int i = x; i < part.width(); ++i) {
                    const QColor a(image.pixel(i, y)), b(wanted.pixel(i, y));
                    QVERIFY2(std::abs(a.red() - b.red()) < 3 && std::abs(a.green() - b.green()) < 3 && std::abs(a.blue() - b.blue()) < 3,
                             qPrintable(a.name() + " for " + b.name()));
                }
            QCOMPARE(image.pixel(x, 0), paper);
            QCOMPARE(image.pixel(x + 1, 0), QRgb(0xff102030));
        }
    }
};

QTEST_GUILESS_MAIN(TestGround)
#include "tst_ground.moc"
