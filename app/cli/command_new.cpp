// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/messages.h"
#include "core/policy/starter.h"
#include "core/profile/writer.h"

#include <ostream>

namespace skanse::cli {

namespace {

StarterService serviceFrom(const std::string &word)
{
    const auto equals = word.find('=');
    return equals == std::string::npos
             ? StarterService{word, word}
             : StarterService{word.substr(0, equals), word.substr(equals + 1)};
}

} // namespace

int runNew(const Input &input, const Streams &streams)
{
    StarterWish wish{.name = std::string(input.argument(0)),
                     .region = input.has("region") ? std::string(input.value("region")) : "NO",
                     .services = {},
                     .isPublic = input.has("public")};
    for (const auto &word : input.values("service"))
        wish.services.push_back(serviceFrom(word));
    if (wish.services.empty())
        wish.services.push_back({"web", "nginx"});
    const auto answers = starterAnswers(wish, catalogue());
    if (!answers) {
        streams.err << "skanse-cli new: " << answers.error().message.in(input.language())
                    << "\n    " << answers.error().advice.in(input.language()) << '\n';
        return WrongUse;
    }
    const std::string text = writeProfile(*answers);
    const Outcome outcome = makePlan(text); // names and regions are judged where all answers are
    if (outcome.failed()) {
        printDiagnostics(outcome.diagnostics, "new", input, streams);
        return WrongUse;
    }
    if (!input.has("output")) {
        streams.out << text;
        return Success;
    }
    if (const auto written = writeNew(input.value("output"), text); !written) {
        printTrouble(input.value("output"), written.error(), streams);
        return FileTrouble;
    }
    streams.out << "Wrote " << input.value("output") << ". Next: skanse-cli check "
                << input.value("output") << '\n';
    return Success;
}

} // namespace skanse::cli
