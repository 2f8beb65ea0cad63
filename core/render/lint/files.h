// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

/// What stands in the bundle for the scanners alone: their settings, and what they let pass.
namespace skanse::render {

yaml::Written trivySettings(const Request &request);
yaml::Written trivyIgnore(const Request &request);
yaml::Written trivyRegistries(const Request &request);
yaml::Written yamllintSettings(const Request &request);
yaml::Written dclintSettings(const Request &request);

} // namespace skanse::render
