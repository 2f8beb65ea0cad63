// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QString>

#include <expected>

namespace skanse::ui {

class FlowScene;

/// Writes the drawing in the colours of paper, with the workload's name above it: SVG, or PNG at twice
/// the size; the suffix says which. The file is replaced in one step. Refused with a text for people.
std::expected<void, QString> exportFlows(FlowScene &scene, const QString &path);

} // namespace skanse::ui
