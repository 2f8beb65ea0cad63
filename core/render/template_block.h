// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/template_text.h"

#include <initializer_list>
#include <string_view>

namespace skanse::render {

/// An embedded template with its values. A value without a placeholder or the other way round is a
/// mistake in the program, which tests find; it ends the program with a message.
Text filled(std::string_view path, std::initializer_list<TemplateText::Value> values = {});

} // namespace skanse::render
