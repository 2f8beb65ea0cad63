// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/control.h"
#include "core/yaml/node.h"

#include <string>

namespace skanse::report {

/// "CIS Docker Benchmark 1.6.0 5.13; NIST SP 800-190 4.4.4": the sections of a standard together.
std::string referencesText(const Control &control);
/// "trivy KSV-0014; checkov CKV_K8S_22"
std::string rulesText(const Control &control);
/// The field, or "cannot: why".
std::string targetText(const Control &control, Column column, Language language);
/// id, title, severity, scope, waivable
yaml::Node controlSummary(const Control &control, Language language);

} // namespace skanse::report
