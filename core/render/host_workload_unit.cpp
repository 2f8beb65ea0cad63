// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/host_files.h"
#include "core/text/line_writer.h"

namespace skanse::render {

/// Docker does not start a container with a bounded restart policy again when the machine starts
/// (docker run reference, restart policies), so something else has to.
Text hostWorkloadUnit(const Request &request)
{
    LineWriter out(request.commenter());
    out.header(request.header({"Starts the workload with the machine. To /etc/systemd/system/",
                               "Starter arbeidslasten med maskinen. Til /etc/systemd/system/"}));
    out.line("[Unit]\n"
             "Description=Skanse workload "
                 + request.plan().name
                 + "\n"
                   "Requires=docker.service\n"
                   "After=docker.service network-online.target\n"
                   "Wants=network-online.target\n"
                   "\n"
                   "[Service]\n"
                   "Type=oneshot\n"
                   "RemainAfterExit=yes\n"
                   "WorkingDirectory=/opt/"
                 + request.plan().name
                 + "\n"
                   "ExecStart=/usr/bin/docker compose up --detach --no-build\n"
                   "ExecStop=/usr/bin/docker compose stop\n"
                   "TimeoutStartSec=10min\n"
                   "\n"
                   "[Install]\n"
                   "WantedBy=multi-user.target",
             hostWhy(request, ControlId::bounded_restart));
    return out.take();
}

} // namespace skanse::render
