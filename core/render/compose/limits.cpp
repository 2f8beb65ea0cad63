// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/compose/parts.h"
#include "core/render/log_options.h"

namespace skanse::render::composefile {

using enum ControlId;
using yaml::Node;

void addMemory(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(memory_limit))
        node.add("mem_limit", toDockerString(service.resources.memory))
            .why(request.why(service, memory_limit, "service.resources.memory"));
}

/// Memory and swap together: the same figure means no swap.
void addSwap(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(memory_limit))
        node.add("memswap_limit", toDockerString(service.resources.memory))
            .why(request.why(service, memory_limit, "service.resources.memory"));
}

void addCpus(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(cpu_limit))
        node.add("cpus", toString(service.resources.cpu))
            .why(request.why(service, cpu_limit, "service.resources.cpu"));
}

void addPids(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.applied(pids_limit))
        node.add("pids_limit", service.resources.pids)
            .why(request.why(service, pids_limit, "service.resources.pids"));
}

void addOpenFiles(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.applied(open_files_limit))
        return;
    Node &files = node.add("ulimits", Node::map())
                      .why(request.why(service, open_files_limit, "service.resources.openFiles"))
                      .add("nofile", Node::map());
    files.add("soft", service.resources.openFiles);
    files.add("hard", service.resources.openFiles);
}

void addSharedMemory(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.resources.sharedMemory)
        node.add("shm_size", toDockerString(*service.resources.sharedMemory))
            .why(request.from(service, "service.preset"));
}

void addIoWeight(const Request &request, const ServicePlan &service, Node &node)
{
    if (service.resources.ioWeight && service.applied(io_weight))
        node.add("blkio_config", Node::map())
            .why(request.why(service, io_weight, "service.resources.ioWeight"))
            .add("weight", *service.resources.ioWeight);
}

void addLogging(const Request &request, const ServicePlan &service, Node &node)
{
    if (!service.applied(log_rotation))
        return;
    Node &logging = node.add("logging", Node::map()).why(request.why(service, log_rotation));
    logging.add("driver", request.plan().logs.driver);
    logging.add("options", logOptions(request.plan().logs));
}

} // namespace skanse::render::composefile
