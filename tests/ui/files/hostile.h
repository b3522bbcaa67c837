// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "experiment_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <functional>

/// Documents that are made to hang a reader or to fill its memory.
namespace rheobase::hostile {

/// What a reader must come to.
enum class Answer { opens, refused, tooLarge };

struct Document {
    const char* name;
    Answer answer;
    std::function<void(QFile&)> write;
};

inline QByteArray times(qsizetype count, const QByteArray& text) { return text.repeated(count); }
inline auto bytes(const QByteArray& content)
{
    return [content](QFile& file) { file.write(content); };
}
/// Some bytes, then zeros that take no room on the disk.
inline auto sparse(const QByteArray& start, qint64 size)
{
    return [=](QFile& file) { file.write(start), file.flush(), file.resize(size); };
}
/// A start, then the same many times, then an end.
inline auto many(const QByteArray& start, qsizetype count, const QByteArray& text, const QByteArray& end = {})
{
    return [=](QFile& file) { file.write(start), file.write(times(count, text)), file.write(end); };
}

inline const Experiment& innocent()
{
    static const Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    return e;
}
inline QByteArray text() { return toLine(innocent()); }
/// The innocent document with one thing changed.
inline QByteArray with(const char* key, const QJsonValue& value)
{
    QJsonObject document = toJson(innocent());
    document[QLatin1String(key)] = value;
    return QJsonDocument(document).toJson();
}
inline QByteArray replaced(QByteArray before, const QByteArray& after)
{
    QByteArray document = text();
    return document.contains(before) ? document.replace(before, after) : QByteArray("the innocent document is another");
}

inline QByteArray big(quint32 value)
{
    const quint32 turned = qToBigEndian(value);
    return {reinterpret_cast<const char*>(&turned), sizeof turned};
}
inline QByteArray chunk(const QByteArray& type, const QByteArray& content, std::optional<quint32> size = {})
{
    return big(size.value_or(static_cast<quint32>(content.size()))) + type + content + big(0);
}
/// A picture of a size, with chunks before its pixels.
inline QByteArray png(const QByteArray& chunks, quint32 size = 1)
{
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big(size) + big(size) + QByteArray("\x8\x6\0\0\0", 5)) + chunks + chunk("IDAT", "")
           + chunk("IEND", "");
}
inline const QByteArray named("rheobase\0", 9), opened = R"({"format":"rheobase-experiment",)";
inline QByteArray international(char isPacked, const QByteArray& content)
{
    return chunk("iTXt", named + isPacked + QByteArray("\0\0\0", 3) + content);
}
/// What zlib makes of a start and so many MB of spaces.
inline QByteArray bomb(int megabytes = 100) { return qCompress(opened + times(megabytes << 20, " "), 9).mid(4); }

inline QByteArray pdf(const QByteArray& dictionary, const QByteArray& stream)
{
    return "%PDF-1.4\n1 0 obj\n<< /EF << /F 2 0 R >> >>\nendobj\n2 0 obj\n<< " + dictionary + " >>\nstream\n" + stream
           + "\nendstream\nendobj\n";
}

/// So many trains of 10,000 pulses that are over in no time.
inline QJsonArray trains(int count)
{
    const StimulusShape& shape = *stimulusShape("pulse-train");
    Experiment e = innocent();
    e.stimulus = {{&shape, {0, 0.001, 0.001, 10000, 1}}};
    const QJsonValue train = toJson(e)["stimulus"].toArray()[0];
    QJsonArray array;
    for (int i = 0; i < count; ++i) array.append(train);
    return array;
}
/// Ten thousand pulses in 10 ms, again and again.
inline QByteArray withEpisodes(double period)
{
    QJsonObject document = toJson(innocent());
    document["stimulus"] = trains(1);
    document["repeat_ms"] = period;
    return QJsonDocument(document).toJson();
}
inline QJsonArray nested(int depth)
{
    QJsonArray array;
    for (int i = 0; i < depth; ++i) array = {array};
    return array;
}

inline std::vector<Document> jsonDocuments()
{
    using enum Answer;
    const QString longest(1'000'000, u'A');
    return {
        {"innocent", opens, bytes(text())},
        {"behind a mark of its order", opens, bytes("\xef\xbb\xbf" + text())},
        {"nothing", refused, bytes("")},
        {"broken off", refused, bytes(text().left(200))},
        {"followed by nothing", refused, bytes(text() + '\0')},
        {"nothing in a key", refused, bytes(replaced("\"seed\"", QByteArray("\"se\0ed\"", 7)))},
        {"two bytes a letter", refused, bytes(QByteArray("\xff\xfe{\0\"\0", 6))},
        {"no UTF-8", refused, bytes(replaced("leaky", "\xff\xfe"))},
        {"deep lists", refused, many("", 200'000, "[")},
        {"deep objects", refused, many("", 100'000, "{\"a\":")},
        {"a deep value", refused, bytes(with("noise", nested(600)))},
        {"wide lists", tooLarge, many("{\"a\":[", 3'000'000, "[],", "0]}")},
        {"wide objects", tooLarge, many("{\"a\":[", 3'000'000, "{},", "0]}")},
        {"many numbers", tooLarge, many("{\"a\":[", 7'000'000, "0,", "0]}")},
        {"as many numbers as may be", refused, many("{\"a\":[", 999'000, "0,", "0]}")},
        {"as many objects as may be", refused, many("{\"a\":[", 499'000, "{},", "0]}")},
        {"many escapes", refused, many("{\"a\":\"", 2'500'000, "\\u0041", "\"}")},
        {"many quotes", refused, many("{\"a\":\"", 8'000'000, "\\\"", "\"}")},
        {"many equal keys", refused, many("{", 900'000, "\"a\":0,", "\"a\":0}")},
        {"a long name of a model", refused, bytes(with("model", longest))},
        {"a long unknown key", refused, bytes(replaced("\"seed\"", '"' + times(1'000'000, "k") + '"'))},
        {"a long unit", refused, bytes(with("injection", QJsonObject{{"value", 1}, {"unit", longest}}))},
        {"a long note", opens, bytes(with("note", QString(15 << 20, u'n')))},
        {"a too long note", tooLarge, bytes(with("note", QString(17 << 20, u'n')))},
        {"100 MB of spaces", tooLarge, many(text(), 100 << 20, " ")},
        {"sparse", tooLarge, sparse("{", 600 << 20)},
        {"a great version", refused, bytes(with("version", 1e300))},
        {"an endless number", refused, bytes(replaced("\"dt_ms\":", "\"dt_ms\":1e400,\"x\":"))},
        {"a long number", refused, bytes(replaced("\"dt_ms\":", "\"dt_ms\":" + times(1'000'000, "9") + ",\"x\":"))},
        {"two trains", opens, bytes(with("stimulus", trains(2)))},
        {"ten trains", opens, bytes(with("stimulus", trains(10)))},
        {"eleven trains", tooLarge, bytes(with("stimulus", trains(11)))},
        {"episodes of no time", refused, bytes(withEpisodes(1e-300))},
        {"episodes that overlap", refused, bytes(withEpisodes(10))},
        {"endless episodes", refused, bytes(withEpisodes(1e300))},
        {"episodes", opens, bytes(withEpisodes(20))},
        {"a hundred and one shapes", tooLarge, bytes(with("stimulus", trains(101)))},
        {"10,000 shapes", tooLarge, bytes(with("stimulus", trains(10'000)))},
    };
}

inline std::vector<Document> pictures()
{
    using enum Answer;
    return {
        {"innocent PNG", opens, bytes(png(international(0, text())))},
        {"innocent PNG, packed", opens, bytes(png(international(1, qCompress(text()).mid(4))))},
        {"innocent PNG of 2^31 pixels", opens, bytes(png(international(0, text()), 0x7fffffff))},
        {"PNG alone", refused, bytes(png({}).left(8))},
        {"PNG with a chunk of 2 GB", refused, bytes(png(chunk("tEXt", named + '{', 0x7fffffff)))},
        {"PNG with a chunk of 4 GB", refused, bytes(png(chunk("tEXt", named + '{', 0xffffffff)))},
        {"PNG with a bomb", tooLarge, bytes(png(chunk("zTXt", named + '\0' + bomb())))},
        {"PNG with another bomb", tooLarge, bytes(png(international(1, bomb())))},
        {"PNG with a long text", tooLarge, bytes(png(chunk("tEXt", named + opened + times(50 << 20, " "))))},
        {"PNG with many texts", refused, many(png({}).left(33), 200'000, chunk("tEXt", "other" + times(10, "x")))},
        {"PNG with many chunks", refused, many(png({}).left(33), 2'000'000, chunk("oooo", ""))},
        {"innocent SVG", opens, bytes("<svg><desc>" + QString(text()).toHtmlEscaped().toUtf8() + "</desc></svg>")},
        {"innocent SVG in plain letters", opens, bytes("<svg>\n<svg:desc\n id=\"a\"><![CDATA[" + text() + "]]></svg:desc></svg>")},
        {"SVG of nested entities", refused,
         bytes("<!DOCTYPE x [<!ENTITY a \"" + times(4000, "a") + "\">]><svg><desc>{rheobase-experiment " + times(200'000, "&a;")
               + "</desc></svg>")},
        {"SVG of a file elsewhere", refused,
         bytes("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg><desc>{&a; rheobase-experiment}</desc></svg>")},
        {"SVG of many attributes", refused, many("<svg ", 300'000, "a=\"x\" ", "/>")},
        {"SVG of deep groups", refused, many("<svg>", 500'000, "<g>", "<desc>{}</desc>")},
        {"SVG of many descriptions", refused, many("<svg>", 1'000'000, "<desc>{</desc>", "</svg>")},
        {"SVG of descriptions without end", refused, many("<svg>", 1'000'000, "<desc>{", "</svg>")},
        {"SVG of a long description", tooLarge, many("<svg><desc>" + opened, 50 << 20, " ", "</desc></svg>")},
        {"SVG of many ampersands", refused, many("<svg><desc>{", 15 << 20, "&", "</desc></svg>")},
        {"SVG broken off", refused, bytes("<svg><desc>" + opened)},
        {"sparse SVG", refused, sparse("<svg>", 127 << 20)},
        {"larger SVG", tooLarge, sparse("<svg>", 500 << 20)},
    };
}

inline std::vector<Document> papersAndTables()
{
    using enum Answer;
    const QByteArray reference = "/EF << /F 9 0 R >>\n";
    return {
        {"innocent PDF", opens, bytes(pdf({}, text()))},
        {"innocent PDF, packed", opens, bytes(pdf("/FlateDecode", qCompress(text()).mid(4)))},
        {"PDF with a bomb", tooLarge, bytes(pdf("/FlateDecode", bomb()))},
        {"PDF with a long stream", tooLarge, bytes(pdf({}, opened + times(50 << 20, " ")))},
        {"PDF of many references", refused, many("%PDF-1.4\n", 300'000, reference, times(3'000'000, "x"))},
        {"PDF of many references and an end", refused, many("%PDF-1.4\n\n9 0 obj stream\n", 100'000, reference, "endstream")},
        {"PDF of many objects", refused, many("%PDF-1.4\n" + reference, 1'000'000, "\n9 0 obj\n")},
        {"PDF of many other objects", refused, many("%PDF-1.4\n" + reference, 1'000'000, "\n1 0 obj\n")},
        {"PDF of spaces", refused, many("%PDF-1.4\n", 20, "/EF" + times(200'000, " "), "<<" + times(1'000'000, " "))},
        {"PDF within itself", refused, bytes("%PDF-1.4\n1 0 obj\n/EF << /F 1 0 R >>")},
        {"PDF that ends in a stream", refused, bytes("%PDF-1.4\n/EF << /F 1 0 R >>\n1 0 obj\nstream")},
        {"sparse PDF", refused, sparse("%PDF-", 127 << 20)},
        {"larger PDF", tooLarge, sparse("%PDF-", 500 << 20)},
        {"innocent CSV", opens, many("# a: b\n# experiment: " + text() + "\r\n", 1 << 20, "1,2\n")},
        {"sparse CSV", tooLarge, sparse("# ", 4LL << 30)},
        {"sparse CSV with a document", tooLarge, sparse("# experiment: ", 2LL << 30)},
        {"CSV of many remarks", tooLarge, many("", 10'000'000, "# a\n")},
        {"CSV of a mark", refused, bytes("#")},
        {"CSV of nothing", refused, bytes("# experiment: \n1,2\n")},
        {"zip of many files", refused, many("", 1'000'000, "PK\x03\x04" + times(26, QByteArray(1, '\0')))},
        {"sparse zip", refused,
         sparse("PK\x03\x04" + times(14, QByteArray(1, '\0')) + times(4, "\x7f") + QByteArray("\4\0\0\0\4\0\0\0", 8) + "a.np", 4LL << 30)},
        {"noise", refused,
         [](QFile& file) {
             for (quint32 i = 0, x = 1; i < 1 << 18; ++i) file.write(big(x = x * 1664525 + 1013904223));
         }},
    };
}

inline std::vector<Document> documents()
{
    std::vector<Document> all = jsonDocuments();
    for (const auto& more : {pictures(), papersAndTables()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

}
