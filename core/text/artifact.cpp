// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/text/artifact.h"

namespace skanse {

std::string_view toString(Syntax syntax)
{
    switch (syntax) {
    case Syntax::Yaml:
        return "yaml";
    case Syntax::Dockerfile:
        return "dockerfile";
    case Syntax::Json:
        return "json";
    case Syntax::Markdown:
        return "markdown";
    case Syntax::Shell:
        return "shell";
    case Syntax::Nftables:
        return "nftables";
    case Syntax::Conf:
        return "conf";
    case Syntax::Plain:
        return "plain";
    }
    return "plain";
}

} // namespace skanse
