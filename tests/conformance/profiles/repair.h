// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "tests/conformance/profiles/values.h"

/// Takes back what the engine says is wrong, by the place that the diagnostic names: the table of the
/// questions decides how, so that no rule of the engine is written a second time.
namespace skanse::profiles {

/// Changes one thing that lets the problem go away, or makes it smaller: takes an answer back, draws a
/// required one anew, or removes an item.
void repair(Answers &answers, const Diagnostic &problem, const Known &known, Random &random);

/// What no file can say: answers to questions that are not asked become the default, and of items with the
/// same name the first stays.
void tidy(const RecordType &type, void *record);

} // namespace skanse::profiles
