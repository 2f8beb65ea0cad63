// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <string>
#include <string_view>

/// One encoder per sink. Each takes text as the user meant it and returns what has to stand in the file
/// so that the reader of that file gets the same text back, and nothing else.
///
/// Answers are refused at the edge when they hold control or hidden characters (core/base/hygiene.h).
/// Should one arrive here all the same, a sink that cannot hold it gets a space for a control character
/// and U+FFFD for a hidden character or a byte that is not UTF-8; no sink lets it start a new line.
namespace skanse::encode {

/// A value in a Compose file, before YAML quoting: `$` is doubled, so nothing is interpolated.
std::string composeScalar(std::string_view text);

/// An element of `command` or `args`, or a value of `env`, in Kubernetes, before YAML quoting:
/// `$(` becomes `$$(`, and a `$` before another one is doubled, since `$$` is read as one.
std::string kubernetesArgument(std::string_view text);

/// One word of LABEL, ENV, COPY and the like: plain when safe, else in quotes.
std::string dockerfileWord(std::string_view text);

/// One element of an exec array in a Dockerfile: a JSON string.
std::string dockerfileJson(std::string_view text);

/// A JSON string with its quotes; control and hidden characters as `\u` escapes.
std::string json(std::string_view text);
void appendJson(std::string &out, std::string_view text);

/// One word for a POSIX shell: plain when safe, else in single quotes (line breaks are kept in them).
std::string shellWord(std::string_view text);

/// A quoted string for nft, which has no escapes: what is not printable ASCII, `"` and `\` become `?`.
std::string nftablesString(std::string_view text);

/// A value in nginx, HAProxy or ini files: plain when safe, else in double quotes with `"`, `\` and `$`
/// escaped. nginx has no escape for `$`; it still reads `$name` as a variable where it allows them.
std::string confValue(std::string_view text);

/// Inline text in Markdown (CommonMark and GitHub's tables), on one line, also at the start of a line.
std::string markdown(std::string_view text);
/// Inline code, with a fence longer than any run of backticks inside. Not inside a table.
std::string markdownCode(std::string_view text);
/// Inline text in a table cell.
std::string markdownCell(std::string_view text);
/// Inline code in a table cell.
std::string markdownCodeCell(std::string_view text);

/// Text or a quoted attribute value in HTML and XML.
std::string html(std::string_view text);

} // namespace skanse::encode
