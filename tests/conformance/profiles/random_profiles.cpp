// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/engine/engine.h"
#include "core/profile/writer.h"
#include "tests/conformance/profiles/coverage.h"
#include "tests/conformance/profiles/draw.h"
#include "tests/support/hostile_answers.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

/// random_profiles --seed S --count N --out DIR [--hostile] [--coverage]
///
/// Writes N valid profiles, DIR/0001.skanse.yaml and so on, the same for the same seed; with --hostile also
/// hostile-0001.skanse.yaml and so on, each with another hostile text in every question that takes one. Every
/// one is read back and made into a bundle; the exit code is 1 when that fails for one, or when the series
/// does not use everything (--coverage).
using namespace skanse;

namespace {

struct Options {
    std::uint64_t seed = 1;
    std::uint64_t count = 200;
    std::filesystem::path out;
    bool coverage = false;
    bool hostile = false;
};

std::optional<Options> parse(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--coverage")
            options.coverage = true;
        else if (word == "--hostile")
            options.hostile = true;
        else if (i + 1 == argc)
            return std::nullopt;
        else if (word == "--seed")
            options.seed = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--count")
            options.count = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--out")
            options.out = argv[++i];
        else
            return std::nullopt;
    }
    return options.out.empty() ? std::nullopt : std::optional(options);
}

std::string fileName(std::string_view prefix, std::uint64_t number)
{
    const std::string digits = std::to_string(number);
    const std::size_t zeros = digits.size() < 4 ? 4 - digits.size() : 0;
    return std::string(prefix) + std::string(zeros, '0') + digits + ".skanse.yaml";
}

/// What is wrong with the bundle of a profile that should be fine; empty when nothing is.
std::string problemOf(const Answers &answers, const std::string &text)
{
    const Outcome outcome = makeBundle(text);
    for (const Diagnostic &diagnostic : outcome.diagnostics)
        if (diagnostic.severity == Severity::Error)
            return diagnostic.id + " at " + diagnostic.path + ": " + diagnostic.message.en;
    if (!outcome.profile || outcome.profile->answers != answers)
        return "reading the profile gives other answers than were written";
    if (outcome.stamp.profile != text)
        return "writing the profile again gives another text";
    return {};
}

/// Writes the profile, and says on the standard error what is wrong with it. False when something is.
bool write(const std::filesystem::path &path, const Answers &answers)
{
    const std::string text = writeProfile(answers);
    std::string problem;
    if (!(std::ofstream(path, std::ios::binary) << text))
        problem = "cannot be written";
    else
        problem = problemOf(answers, text);
    if (!problem.empty())
        std::fprintf(stderr, "%s: %s\n", path.c_str(), problem.c_str());
    return problem.empty();
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = parse(argc, argv);
    if (!options) {
        std::fputs("usage: random_profiles --seed S --count N --out DIR [--hostile] [--coverage]\n",
                   stderr);
        return 2;
    }
    std::filesystem::create_directories(options->out);
    const auto start = std::chrono::steady_clock::now();
    profiles::Coverage coverage;
    int problems = 0;
    int rounds = 0;
    int tries = 0;
    std::size_t services = 0;
    for (std::uint64_t number = 1; number <= options->count; ++number) {
        const auto drawn = profiles::draw(options->seed, number);
        if (!drawn) {
            std::fprintf(stderr, "%s: no valid profile was found\n", fileName("", number).c_str());
            ++problems;
            continue;
        }
        if (!write(options->out / fileName("", number), drawn->answers))
            ++problems;
        coverage.add(drawn->answers);
        rounds += drawn->rounds;
        tries += drawn->tries;
        services += drawn->answers.services.size();
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf(
        "%llu profiles, %zu services, %.1f profiles a second, %d tries, %d rounds of repair, "
        "%d problems\n",
        static_cast<unsigned long long>(options->count), services,
        static_cast<double>(options->count) / taken.count(), tries, rounds, problems);
    if (options->hostile)
        for (std::uint64_t number = 1; const std::string &text : test::hostileTexts())
            if (!write(options->out / fileName("hostile-", number++), test::hostileAnswers(text)))
                ++problems;
    if (options->coverage)
        for (const std::string &missing : coverage.missing()) {
            std::fprintf(stderr, "never used: %s\n", missing.c_str());
            ++problems;
        }
    return problems == 0 ? 0 : 1;
}
