// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/unique_name.h"

#include <algorithm>

namespace skanse::ui {

namespace {

/// "api-2" without "-2", so that copies of copies count on.
std::string withoutNumber(const std::string &name, char separator)
{
    const auto at = name.rfind(separator);
    if (at == std::string::npos || at == 0 || at + 1 == name.size())
        return name;
    const bool number = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(at) + 1, name.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    return number ? name.substr(0, at) : name;
}

} // namespace

std::string uniqueName(const std::string &wanted, const std::vector<std::string> &taken,
                       const Question &identity)
{
    if (std::ranges::find(taken, wanted) == taken.end())
        return wanted;
    const char separator = identity.kind == Kind::VariableName ? '_' : '-';
    std::string base = withoutNumber(wanted, separator);
    const auto most = static_cast<std::size_t>(std::min<std::int64_t>(identity.bounds.most, 4000));
    for (int number = 2;; ++number) {
        const std::string end = separator + std::to_string(number);
        const std::string name = base.substr(0, most - end.size()) + end;
        if (std::ranges::find(taken, name) == taken.end())
            return name;
    }
}

void makeUnique(const Question &list, void *record, std::size_t index)
{
    const RecordType &type = *list.items;
    const Question *identity = type.identity.empty() ? nullptr : type.find(type.identity);
    if (identity == nullptr)
        return;
    std::vector<std::string> taken;
    for (std::size_t i = 0; i < list.access.count(record); ++i)
        if (i != index)
            taken.push_back(toString(identity->access.get(list.access.at(record, i))));
    void *item = list.access.atToEdit(record, index);
    const std::string name = toString(identity->access.get(item));
    // A made name fits where the one it was made from did.
    if (!name.empty())
        (void)identity->access.set(item, uniqueName(name, taken, *identity));
}

} // namespace skanse::ui
