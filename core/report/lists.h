// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/yaml/node.h"

#include <string>

/// What Skanse knows, as aligned tables for a terminal and as trees for JSON.
namespace skanse::report {

std::string listControls(Language language);
yaml::Node controlsNode(Language language);

/// What is only an estimate or general knowledge is marked so.
std::string listPresets(Language language);
yaml::Node presetsNode(Language language);

std::string describePreset(const Preset &preset, Language language);
yaml::Node presetNode(const Preset &preset, Language language);

std::string listRegions(Language language);
yaml::Node regionsNode(Language language);

std::string listQuestions(Language language);
yaml::Node questionsNode(Language language);

} // namespace skanse::report
