// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Theme>

/// How files are coloured. The library's data is loaded on first use.
namespace skanse::ui {

/// The language of a file, or the nearest one that the library knows.
KSyntaxHighlighting::Definition codeLanguage(std::string_view path, Syntax syntax);

/// Light or dark as the window is.
KSyntaxHighlighting::Theme codeTheme();

} // namespace skanse::ui
