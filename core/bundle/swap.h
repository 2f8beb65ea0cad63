// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/bundle/staging.h"

#include <optional>

namespace skanse::bundle {

/// Moves prepared files into a folder and the ones they replace out of it. Unless keep() is called,
/// everything is moved back at the end.
class Swap
{
public:
    static std::expected<Swap, WriteError> begin(const Descriptor &root, Staging &staging);
    Swap(Swap &&other) noexcept;
    Swap &operator=(Swap &&) = delete;
    Swap(const Swap &) = delete;
    Swap &operator=(const Swap &) = delete;
    ~Swap();

    /// Puts the prepared file in its place. `before` is the stamp of the file that is there, or an empty
    /// one for none: a file that changed since it was looked at is an error.
    [[nodiscard]] std::optional<WriteError> place(const std::string &path, const Stamp &before);
    [[nodiscard]] std::optional<WriteError> takeAway(const std::string &path, const Stamp &before);

    /// The error with what became of the folder: as before, or, when files could not be moved back,
    /// where they are.
    WriteError fail(WriteError error);
    void keep() { m_steps.clear(); }

private:
    struct Step {
        enum class Kind : std::uint8_t { MadeFolder, MovedAway, Placed } kind;
        std::string path;
    };

    Swap(const Descriptor &root, Staging &staging) : m_root(&root), m_staging(&staging) {}
    std::optional<WriteError> moveAway(const std::string &path, const Stamp &before);
    /// The paths that could not be put back.
    std::vector<std::string> undo();

    const Descriptor *m_root;
    Staging *m_staging;
    Descriptor m_new;
    Descriptor m_old;
    std::vector<Step> m_steps;
};

} // namespace skanse::bundle
