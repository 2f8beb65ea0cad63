// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/render/request.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where the controls stand in the files of a bundle.
namespace skanse::render {

/// The column of the parity matrix that a file belongs to; nothing for the documents and the profile.
std::optional<Column> columnOf(std::string_view path);

/// The first places of one control in one column, and how many there are.
struct Sightings {
    struct Line {
        const Artifact *file = nullptr;
        int line = 0;
        bool operator==(const Line &) const = default;
    };
    static constexpr std::size_t kKept = 3;

    std::array<Line, kKept> first{};
    std::size_t count = 0;
    Line last; ///< so that spans that begin on the same line count once

    void add(const Line &line);
};

/// Reads all spans once.
class Evidence
{
public:
    explicit Evidence(const Bundle &bundle);

    [[nodiscard]] const Sightings &of(ControlId control, Column column) const
    {
        return m_found.at(static_cast<std::size_t>(control)).at(static_cast<std::size_t>(column));
    }

private:
    std::array<std::array<Sightings, kColumnCount>, kControlCount> m_found{};
};

/// Why columns cannot express controls: each text once, with the controls it is true of, numbered from 1.
/// Only controls that are applied or waived somewhere count.
class Gaps
{
public:
    struct Gap {
        const Prose *why = nullptr;
        std::vector<const Control *> controls;
    };

    Gaps(const std::vector<Column> &columns, const std::vector<const Control *> &controls);

    [[nodiscard]] const std::vector<Gap> &of(Column column) const
    {
        return m_gaps.at(static_cast<std::size_t>(column));
    }
    /// "C2"; empty when the column can express the control.
    [[nodiscard]] std::string markOf(ControlId control, Column column) const;
    static std::string mark(Column column, std::size_t index);

private:
    std::array<std::vector<Gap>, kColumnCount> m_gaps;
    std::array<std::array<std::uint8_t, kColumnCount>, kControlCount> m_numbers{};
};

} // namespace skanse::render
