// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/origin.h"

#include <string>
#include <vector>

namespace skanse {

/// Lines (from 1, inclusive) that share an origin. Spans may nest; inner ones come later.
struct Span {
    int firstLine = 0;
    int lastLine = 0;
    Origin origin;
    bool operator==(const Span &) const = default;
};

/// A finished text and why its lines are there.
struct Text {
    std::string text;
    std::vector<Span> spans;
};

enum class Syntax : std::uint8_t {
    Yaml,
    Dockerfile,
    Json,
    Markdown,
    Shell,
    Nftables,
    Conf, ///< key-value configuration: sshd, sysctl, nginx, haproxy
    Plain,
};

std::string_view toString(Syntax syntax);

/// One file of a bundle. `path` is relative, with forward slashes.
struct Artifact {
    std::string path;
    Syntax syntax = Syntax::Plain;
    std::string text;
    std::vector<Span> spans;
    bool executable = false;
};

} // namespace skanse
