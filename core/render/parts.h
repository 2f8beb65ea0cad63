// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

#include <string>
#include <string_view>

/// One function per target. Each adds its files to the bundle; none decides anything.
namespace skanse::render {

void compose(const Request &request, Bundle &bundle); ///< compose.yaml
void dockerfiles(const Request &request,
                 Bundle &bundle); ///< docker/<service>/Dockerfile and .dockerignore
void serviceFiles(const Request &request, Bundle &bundle); ///< docker/<service>/<configuration>
void secrets(const Request &request, Bundle &bundle);      ///< secrets/README.md
void kubernetes(const Request &request, Bundle &bundle);   ///< kubernetes/
void host(const Request &request, Bundle &bundle);         ///< host/
void verify(const Request &request, Bundle &bundle);       ///< verify/
void ci(const Request &request, Bundle &bundle);           ///< ci/
void lint(const Request &request, Bundle &bundle);         ///< settings of scanners, lint/
void readme(const Request &request, Bundle &bundle);       ///< README.md
void hardening(const Request &request,
               Bundle &bundle); ///< HARDENING.md; needs the other files' spans

/// Stands for the image of the probe pod, which whoever runs the drill names.
inline constexpr std::string_view kProbeImage = "skanse-drill-probe";

/// A pod with the labels, account, security settings and limits of the service's own pods, which only waits
/// for the drill: a JSON object on one line. It mounts no volume and is never ready, so it gets no traffic,
/// and it ends by itself after five minutes.
std::string probePod(const Request &request, const ServicePlan &service);

/// The text of one configuration file of a service, with spans; for docker/<service>/ and the ConfigMap.
Text configFile(const Request &request, const ServicePlan &service, const ConfigFilePlan &file);

} // namespace skanse::render
