// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "app/cli/command.h"

/// One function per command; each has its own file. They return an ExitCode.
namespace skanse::cli {

int runNew(const Input &input, const Streams &streams);
int runGenerate(const Input &input, const Streams &streams);
int runCheck(const Input &input, const Streams &streams);
int runExplain(const Input &input, const Streams &streams);
int runPlan(const Input &input, const Streams &streams);
int runDiff(const Input &input, const Streams &streams);
int runControls(const Input &input, const Streams &streams);
int runPresets(const Input &input, const Streams &streams);
int runRegions(const Input &input, const Streams &streams);
int runSchema(const Input &input, const Streams &streams);
int runReference(const Input &input, const Streams &streams);
int runCompletion(const Input &input, const Streams &streams);
int runMan(const Input &input, const Streams &streams);

} // namespace skanse::cli
