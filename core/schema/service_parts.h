// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

/// Records inside a service.
namespace skanse {

const RecordType &portType();
const RecordType &storageType();
const RecordType &scratchType();
const RecordType &resourcesType();
const RecordType &peerType();
const RecordType &secretType();
const RecordType &variableType();
const RecordType &healthType();
const RecordType &waiverType();

} // namespace skanse
