// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// bench_engine: how long the engine takes, warm, and the command line, cold. Prints a table; judges nothing.
#include "core/engine/engine.h"
#include "tests/support/examples.h"
#include "tests/support/large_profile.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

using namespace skanse;
using Clock = std::chrono::steady_clock;

namespace {

struct Times {
    double median = 0;
    double least = 0;
    double p95 = 0;
};

template <class Function> Times measure(int rounds, Function &&function)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = Clock::now();
        function();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times.front(), times[times.size() * 95 / 100]};
}

void printRow(const char *what, const Times &times, std::size_t bytes, std::size_t files)
{
    std::printf("%-28s median %7.3f ms  least %7.3f ms  p95 %7.3f ms  %4zu files %8zu bytes\n",
                what, times.median, times.least, times.p95, files, bytes);
}

void benchProfile(const char *what, const std::string &text, int rounds)
{
    const Outcome first = makeBundle(text);
    if (first.failed()) {
        for (const auto &diagnostic : first.diagnostics)
            std::printf("%s: %s\n", what, diagnostic.message.en.c_str());
        std::exit(1);
    }
    std::size_t bytes = 0;
    for (const Artifact &artifact : first.bundle.artifacts)
        bytes += artifact.text.size();
    printRow(what, measure(rounds, [&] { (void)makeBundle(text); }), bytes,
             first.bundle.artifacts.size());
}

void benchStages(const std::string &text)
{
    const auto read = readProfile(text);
    const auto resolved = resolve(read.profile->answers, catalogue());
    const Outcome whole = makeBundle(text);
    printRow("  read", measure(500, [&] { (void)readProfile(text); }), text.size(), 1);
    printRow("  resolve", measure(500, [&] { (void)resolve(read.profile->answers, catalogue()); }),
             0, 0);
    printRow("  render",
             measure(500,
                     [&] {
                         (void)renderBundle(resolved.plan, catalogue(), whole.stamp,
                                            resolved.diagnostics);
                     }),
             0, 0);
}

/// The program as a whole: start, read, make, write, end.
void benchProcess(const std::string &profile)
{
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("skanse-bench-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    long peak = 0;
    int number = 0;
    const auto run = [&] {
        const std::string target = (folder / std::to_string(number++)).string();
        const pid_t child = fork();
        if (child == 0) {
            const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
            dup2(null, 1);
            dup2(null, 2);
            execl(SKANSE_CLI, SKANSE_CLI, "generate", profile.c_str(), "-o", target.c_str(),
                  nullptr);
            _exit(127);
        }
        int status = 0;
        rusage usage{};
        wait4(child, &status, 0, &usage);
        peak = std::max(peak, usage.ru_maxrss);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            std::printf("skanse-cli failed\n");
    };
    const Times times = measure(30, run);
    std::printf("%-28s median %7.3f ms  least %7.3f ms  p95 %7.3f ms  peak %ld KiB\n",
                "skanse-cli generate", times.median, times.least, times.p95, peak);
    std::filesystem::remove_all(folder);
}

} // namespace

int main()
{
    const QString example =
        test::sourceFolder() + QStringLiteral("/resources/examples/web-shop.skanse.yaml");
    const std::string shop = test::readAll(example);
    benchProfile("web shop", shop, 500);
    benchStages(shop);
    for (const int services : {5, 10, 25, 50, 100, 200})
        benchProfile((std::to_string(services) + " services").c_str(), test::largeProfile(services),
                     60);
    benchProcess(example.toStdString());
    return 0;
}
