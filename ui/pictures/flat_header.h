// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QHeaderView>

namespace skanse::ui {

/// A header without relief: text, and a thin line towards the cells.
class FlatHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FlatHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &area, int section) const override;
};

} // namespace skanse::ui
