// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>

namespace skanse::test {

/// A proxy, then groups of three: an application with a partner outside, one with a database, the database.
inline std::string largeProfile(int services)
{
    std::string text =
        "skanse: 1\nworkload: {name: large}\nhost: {region: \"NO\", data: [personal]}\nservices:\n"
        "  - {name: web, preset: nginx, ports: [{name: http, exposure: public}], peers: [{service: "
        "app1}]}\n";
    for (int i = 1; i < services; ++i) {
        const std::string number = std::to_string(i);
        if (i % 3 == 0)
            text += "  - {name: db" + number + ", preset: postgres}\n";
        else if (i % 3 == 2 && i + 1 < services)
            text += "  - {name: app" + number + ", preset: python, peers: [{service: db"
                  + std::to_string(i + 1) + "}]}\n";
        else
            text +=
                "  - {name: app" + number
                + ", preset: node, peers: [{kind: network, network: 203.0.113.0/24, port: 443}]}\n";
    }
    return text;
}

} // namespace skanse::test
