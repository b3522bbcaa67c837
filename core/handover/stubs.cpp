#include "target.h"
#include "syntax.h"
namespace rheobase {
std::string writeNotebook(const Script&) { throw CannotSay{{"not yet", {}}}; }
std::string writeNeuron(const Script&) { throw CannotSay{{"not yet", {}}}; }
std::string writeNeuroml(const Script&) { throw CannotSay{{"not yet", {}}}; }
std::string writeLatex(const Script&) { throw CannotSay{{"not yet", {}}}; }
std::string writeMarkdown(const Script&) { throw CannotSay{{"not yet", {}}}; }
}
