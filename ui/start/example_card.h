// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/start/examples.h"

#include <QAbstractButton>

namespace skanse::ui {

/// An example as a button: a picture of its services, its name and what it is.
class ExampleCard : public QAbstractButton
{
    Q_OBJECT

public:
    ExampleCard(Example example, QWidget *parent = nullptr);

    [[nodiscard]] const Example &example() const { return m_example; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Example m_example;
    QPixmap m_picture; ///< drawn when it is first seen
};

} // namespace skanse::ui
