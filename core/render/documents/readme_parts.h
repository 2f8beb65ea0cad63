// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"
#include "core/text/markdown.h"

/// The sections of README.md. They look at the plan only, since the other files are not made yet.
namespace skanse::render {

void readmeFiles(const Request &request, Markdown &page);
void readmeSteps(const Request &request, Markdown &page);
void readmeOpenItems(const Request &request, Markdown &page);
void readmeServices(const Request &request, Markdown &page);
void readmeFlows(const Request &request, Markdown &page);
void readmeMachine(const Request &request, Markdown &page);

/// The origin of a line that an answer about the workload or the host caused.
inline Origin fromAnswer(std::string_view question)
{
    return {{}, question, -1};
}

} // namespace skanse::render
