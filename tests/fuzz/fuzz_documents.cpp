// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file that is opened: a document, or a picture or table that carries one.
#include "csv.h"
#include "experiment_file.h"
#include "fuzz.h"
#include "mat.h"
#include "npz.h"

#include <QBuffer>

using namespace rheobase;

namespace {

/// What a file reads as; a refusal says why.
std::optional<Experiment> readFrom(QByteArray file)
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    QString error;
    auto experiment = readExperiment(buffer, &error);
    if (!experiment) requireSentence(error.toUtf8());
    return experiment;
}

void requireReadsBack(const Experiment& experiment, const QByteArray& file)
{
    const auto again = readFrom(file);
    require(again && *again == experiment, "what was written reads back as another experiment", file);
}

}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    const auto experiment = readFrom(file);
    if (!experiment) return 0;
    require(problem(*experiment).empty(), "an impossible experiment was read", file);
    const QByteArray line = toLine(*experiment);
    requireReadsBack(*experiment, line);
    requireReadsBack(*experiment, csvHead(*experiment));
    requireReadsBack(*experiment, npzOf({.experiment = line}));
    requireReadsBack(*experiment, matOf({.experiment = line}));
    requireReadsBack(*experiment, "<svg><desc>" + QString::fromUtf8(line).toHtmlEscaped().toUtf8() + "</desc></svg>");
    requireReadsBack(*experiment, "%PDF-1.4\n1 0 obj\n<< /EF << /F 2 0 R >> >>\nendobj\n2 0 obj\n<< >>\nstream\n" + line + "\nendstream\n");
    return 0;
}
