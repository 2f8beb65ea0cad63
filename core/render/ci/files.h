// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

#include <string_view>

/// The files below ci/. Both pipelines run the gates of ci/scan.sh, so that they and a person at a desk
/// check the same things.
namespace skanse::render {

/// Tools by tag. Their digests are open: none is known offline, and none is invented.
inline constexpr std::string_view kTrivyImage = "docker.io/aquasec/trivy:0.74.0";
inline constexpr std::string_view kHadolintImage = "docker.io/hadolint/hadolint:v2.15.1-alpine";
inline constexpr std::string_view kKubectlImage = "registry.k8s.io/kubectl:v1.36.4";
inline constexpr std::string_view kDockerImage = "docker.io/library/docker:29.8.1-cli";
inline constexpr std::string_view kDindImage = "docker.io/library/docker:29.8.1-dind";

/// One gate of ci/scan.sh.
struct Gate {
    std::string_view name; ///< the word after `sh ci/scan.sh`
    StaticProse title;
    ControlId control{};
    bool needsDocker = false; ///< builds or reads built images
};

/// The gates that the plan needs, in order. Linting comes before building.
std::vector<Gate> ciLintGates(const Plan &plan);
std::vector<Gate> ciImageGates(const Plan &plan);

Text ciScanScript(const Request &request);
yaml::Written ciGitlab(const Request &request);
yaml::Written ciGithub(const Request &request);

} // namespace skanse::render
