// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/template_block.h"

#include "core/catalogue/templates.h"

#include <cstdlib>
#include <iostream>

namespace skanse::render {

Text filled(std::string_view path, std::initializer_list<TemplateText::Value> values)
{
    auto text = templateText(path).fillText({values.begin(), values.size()});
    if (!text) {
        std::cerr << "skanse: templates/" << path << ": " << text.error() << '\n';
        std::abort();
    }
    return std::move(*text);
}

} // namespace skanse::render
