// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/review/export_request.h"

#include <QTreeWidget>

namespace skanse::ui {

/// What will happen to each file, by what happens; what deserves a look comes first and is open.
class WritePlanView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit WritePlanView(QWidget *parent = nullptr);

    void show(const ExportPlan &plan, const ExportRequest &request);

    /// One line: "57 new, 2 replaced; 1 edited by hand is kept".
    [[nodiscard]] static QString summary(const ExportPlan &plan, bool force);
};

} // namespace skanse::ui
