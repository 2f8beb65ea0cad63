// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"
#include "core/text/commenter.h"

#include <span>
#include <string>
#include <vector>

namespace skanse::dockerfile {

/// One instruction, a blank line or a comment. Arguments are text as it is meant; the writer encodes.
struct Instruction {
    enum Form : std::uint8_t {
        Words, ///< encoded words: FROM, COPY, ENV, LABEL, USER. `key=value` keeps its key plain.
        Exec, ///< a JSON array: CMD, ENTRYPOINT, and HEALTHCHECK with options {"--interval=30s", "CMD"}
        Raw, ///< a reviewed RUN body on one line, `a && b`; broken at ` && ` outside quotes
    };

    std::string keyword; ///< upper case; empty for a blank line or a comment
    Form form = Words;
    std::vector<std::string> arguments;
    Origin origin = {};
    std::vector<std::string> options =
        {}; ///< words before the arguments: --from=build, --chown=1:1

    static Instruction blank() { return {}; }
    /// A comment line, `# stage: build`; program text only; left out with CommentLevel::None.
    static Instruction comment(std::string text) { return {{}, Raw, {std::move(text)}}; }
};

/// `header` lines come first as comments, on every level; they hold program text only. No `# syntax=`
/// line is written: it would fetch a frontend from the network.
Text write(std::span<const Instruction> instructions, std::span<const std::string> header,
           Commenter commenter);

} // namespace skanse::dockerfile
