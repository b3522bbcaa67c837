// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a lesson's file, and as its translation.
#include "course.h"
#include "fuzz.h"
#include "publish.h"
#include "translation.h"

using namespace rheobase;

namespace {

void requireTold(const Refusal& refusal)
{
    const QByteArray said = QByteArray::fromStdString(refusal.sentence);
    requireSentence(said);
    require(refusal.line > 0 && !said.contains('\n'), "no line, or several", said);
}

}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string file(reinterpret_cast<const char*>(bytes), size);
    const auto read = readLesson(file, lessonStage()), translated = readLesson(file, lessonStage());
    const auto words = readTranslation(file);
    if (const auto* refusal = std::get_if<Refusal>(&words)) requireTold(*refusal);
    if (const auto* refusal = std::get_if<Refusal>(&read)) {
        requireTold(*refusal);
        return 0;
    }
    const Lesson& lesson = std::get<Lesson>(read);
    for (const Step& step : lesson.steps) require(problem(step.experiment).empty(), "an impossible experiment was read");
    const auto student = readLesson(published(lesson, file, lessonStage()), lessonStage());
    require(std::holds_alternative<Lesson>(student), "a student's file cannot be read", QByteArray::fromStdString(file));
    require(std::get<Lesson>(student).trials.empty(), "a student's file has the teacher's block");
    if (const auto* translation = std::get_if<Translation>(&words)) {
        Lesson other = std::get<Lesson>(translated);
        for (const Lack& lack : translate(other, *translation)) requireSentence(QByteArray::fromStdString(lack.sentence) + '.');
    }
    for (const Step& step : lesson.steps)
        for (const StepPart& part : step.parts)
            if (const auto* prose = std::get_if<Prose>(&part))
                require(toHtml(withValues(prose->markdown, step)).find("<script") == std::string::npos, "a script");
    return 0;
}
