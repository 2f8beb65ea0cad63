// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"
#include "core/text/markdown.h"

#include <string>

/// Parts of CHECKLIST.md that are tables and lists of facts. Each adds its blocks to the page.
namespace skanse::render {

/// Where the data is and what that means in law: places, owner of the provider, duties.
void checklistRegion(const Request &request, Markdown &page);
/// Whom to notify of a breach.
void checklistAuthorities(const Request &request, Markdown &page);
/// The sum that the size of the machine comes from.
void checklistSize(const Request &request, Markdown &page);
/// Rough bands for the measured disk.
void checklistDisk(const Request &request, Markdown &page);
/// Expected round trips to the users.
void checklistLatency(const Request &request, Markdown &page);
/// Why each key of daemon.json is there and what it costs.
void checklistDaemon(const Request &request, Markdown &page);

/// Finished Markdown for the templates: what is published, what is kept secret, what is backed up.
std::string checklistOpenings(const Request &request);
std::string checklistSecrets(const Request &request);
std::string checklistMounts(const Request &request);
/// Notes on kernel settings, and the advice that is left out on purpose.
std::string checklistSysctlNotes(const Request &request);
std::string checklistAvoided(const Request &request);

/// "knowledge" and the like, in the language of the documents.
std::string basisText(const Request &request, Basis basis);

} // namespace skanse::render
