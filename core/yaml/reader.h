// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace skanse::yaml {

/// What was read: text as it stands in the file, and where. Nothing is interpreted here; `no` stays
/// the two letters until a question says that it wants a boolean.
struct Value {
    enum class Kind : std::uint8_t { Null, Scalar, Map, List };
    struct Entry;

    Kind kind = Kind::Null;
    bool quoted = false;
    Place place = {};
    std::string text = {};
    std::vector<Entry> entries; ///< of a map (with keys) or a list (without)

    [[nodiscard]] const Value *find(std::string_view key) const;
};

struct Value::Entry {
    std::string key;
    Place keyPlace;
    Value value;
};

/// Bounds on what is read; a profile or a catalogue file is far below them.
struct Limits {
    std::size_t bytes = 1U << 20U;
    std::size_t nodes = 100'000;
    int depth = 32;
};

struct ReadError {
    Place place;
    Prose message;
    Prose advice;
};

/// Reads one document. Refused: more than one document, anchors, aliases, tags, duplicate keys, keys
/// that are not scalars, quotes that are never closed, characters that hide text (also as escapes),
/// anything beyond the limits. No exception leaves.
std::expected<Value, ReadError> read(std::string_view text, const Limits &limits = {});

/// The same, but always by yaml-cpp: what read() does with everything that readPlain() leaves to it.
std::expected<Value, ReadError> readFully(std::string_view text, const Limits &limits = {});

} // namespace skanse::yaml
