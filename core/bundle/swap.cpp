// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/bundle/swap.h"

#include "core/base/fill.h"
#include "core/bundle/artifact_path.h"
#include "core/bundle/write_error.h"

#include <cerrno>
#include <utility>

namespace skanse::bundle {

namespace {

constexpr StaticProse kCannotWrite{"“{}” cannot be written: {}.", "«{}» kan ikke skrives: {}."};
constexpr StaticProse kCannotReplace{"“{}” cannot be replaced or removed: {}.",
                                     "«{}» kan ikke erstattes eller fjernes: {}."};

WriteError changedMeanwhile(const std::string &path)
{
    return {
        fill(StaticProse{"“{}” was changed by somebody else while Skanse wrote.",
                         "«{}» ble endret av noen andre mens Skanse skrev."},
             path),
        {"Nothing was changed by Skanse. Try again.", "Skanse har ikke endret noe. Prøv igjen."},
        path};
}

} // namespace

std::expected<Swap, WriteError> Swap::begin(const Descriptor &root, Staging &staging)
{
    Swap swap(root, staging);
    auto prepared = makeFolder(staging.folder(), kNewFolder);
    if (!prepared)
        return std::unexpected(systemError(kCannotWrite, staging.name(), prepared.error()));
    auto old = makeFolder(staging.folder(), kOldFolder);
    if (!old)
        return std::unexpected(systemError(kCannotWrite, staging.name(), old.error()));
    swap.m_new = std::move(*prepared);
    swap.m_old = std::move(*old);
    return swap;
}

Swap::Swap(Swap &&other) noexcept
    : m_root(other.m_root)
    , m_staging(other.m_staging)
    , m_new(std::move(other.m_new))
    , m_old(std::move(other.m_old))
    , m_steps(std::exchange(other.m_steps, {}))
{
}

Swap::~Swap()
{
    try {
        if (!undo().empty())
            m_staging->release();
    } catch (...) {
        m_staging->release();
    }
}

std::optional<WriteError> Swap::place(const std::string &path, const Stamp &before)
{
    const auto folder = makeFolder(*m_root, parentOf(path), [this](std::string_view made) {
        m_steps.push_back({Step::Kind::MadeFolder, std::string(made)});
    });
    if (!folder)
        return systemError(kCannotWrite, path, folder.error());
    if (auto error = moveAway(path, before))
        return error;
    m_steps.push_back({Step::Kind::Placed, path});
    if (const int error = moveEntry(m_new, path, *m_root, path)) {
        m_steps.pop_back();
        return systemError(kCannotWrite, path, error);
    }
    return std::nullopt;
}

std::optional<WriteError> Swap::takeAway(const std::string &path, const Stamp &before)
{
    return moveAway(path, before);
}

std::optional<WriteError> Swap::moveAway(const std::string &path, const Stamp &before)
{
    const auto entry = look(*m_root, path);
    if (!entry)
        return systemError(kCannotReplace, path, entry.error());
    if (entry->stamp != before)
        return changedMeanwhile(path);
    if (entry->kind == EntryKind::Absent)
        return std::nullopt;
    const auto folder = makeFolder(m_old, parentOf(path));
    if (!folder)
        return systemError(kCannotReplace, path, folder.error());
    m_steps.push_back({Step::Kind::MovedAway, path});
    if (const int error = moveEntry(*m_root, path, m_old, path)) {
        m_steps.pop_back();
        return systemError(kCannotReplace, path, error);
    }
    return std::nullopt;
}

std::vector<std::string> Swap::undo()
{
    std::vector<std::string> failed;
    for (; !m_steps.empty(); m_steps.pop_back()) {
        const Step &step = m_steps.back();
        int error = 0;
        switch (step.kind) {
        case Step::Kind::MadeFolder:
            // Fails only when somebody else uses it by now; then it is theirs.
            removeEmptyFolder(*m_root, step.path);
            break;
        case Step::Kind::MovedAway:
            error = moveEntry(m_old, step.path, *m_root, step.path);
            break;
        case Step::Kind::Placed:
            error = moveEntry(*m_root, step.path, m_new, step.path);
            break;
        }
        if (error != 0)
            failed.push_back(step.path);
    }
    return failed;
}

WriteError Swap::fail(WriteError error)
{
    const auto failed = undo();
    if (failed.empty())
        return error;
    m_staging->release();
    error.advice =
        fill(StaticProse{"“{}” could not be put back as it was. The files as they were are in "
                         "“{}”: copy back what is missing, then remove “{}”.",
                         "«{}» kunne ikke settes tilbake slik den var. Filene slik de var, "
                         "ligger i «{}»: kopier tilbake det som mangler, og fjern så «{}»."},
             failed.front(), m_staging->name() + "/" + std::string(kOldFolder), m_staging->name());
    return error;
}

} // namespace skanse::bundle
