// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/request.h"

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

/// The text of one configuration file of a service, with spans; for docker/<service>/ and the ConfigMap.
Text configFile(const Request &request, const ServicePlan &service, const ConfigFilePlan &file);

} // namespace skanse::render
