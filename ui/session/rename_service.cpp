// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/rename_service.h"

#include <algorithm>

namespace skanse::ui {

void followName(Answers &answers, std::size_t index, const std::string &oldName)
{
    const std::string &newName = answers.services.at(index).name;
    if (oldName.empty() || oldName == newName
        || std::ranges::count(answers.services, oldName, &Service::name) > 0
        || std::ranges::count(answers.services, newName, &Service::name) > 1)
        return;
    for (Service &service : answers.services)
        for (Peer &peer : service.peers)
            if (peer.kind == PeerKind::Service && peer.service == oldName)
                peer.service = newName;
}

} // namespace skanse::ui
