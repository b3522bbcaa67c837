// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a student's report.
#include "fuzz.h"
#include "overview.h"

using namespace rheobase;

namespace {

std::string english(const Sentence& sentence) { return sentence; }

}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto read = readReport({reinterpret_cast<const char*>(bytes), size});
    if (const auto* sentence = std::get_if<Sentence>(&read)) {
        requireSentence(QByteArray::fromStdString(*sentence));
        return 0;
    }
    const Report& report = std::get<Report>(read);
    const std::string page = toPage(report, english);
    const auto again = readReport(page);
    require(std::holds_alternative<Report>(again) && toPage(std::get<Report>(again), english) == page,
            "what was written reads back as another report", QByteArray::fromStdString(page));
    const std::vector<Report> reports{report};
    require(!tableOf(reports).empty() && tagsOf(reports).size() < 100'000, "no table");
    const Lesson behind = lessonBehind(reports);
    const Stage stage;
    const Overview overview = overviewOf(behind, {}, reports, stage);
    require(overview.students.size() == 1 && overview.students[0].cells.size() == behind.steps.size(), "no overview");
    require(!gradebookOf(behind, reports, stage, true).empty(), "no gradebook");
    return 0;
}
