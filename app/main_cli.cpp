// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/run.h"

#include <csignal>
#include <iostream>
#include <vector>

int main(int argc, char **argv)
{
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of the stream, not of the program
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return skanse::cli::run(arguments, std::cin, std::cout, std::cerr);
}
