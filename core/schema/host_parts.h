// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

/// Records inside the host.
namespace skanse {

const RecordType &tickType();

} // namespace skanse
