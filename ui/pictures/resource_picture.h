// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/pictures/resource_bars.h"

#include <QWidget>

#include <array>

class QLabel;
class QStackedLayout;

namespace skanse::ui {

class ElidedLabel;
class StackBar;

/// How the services and the host's own share fill the machine: memory, CPU and disk.
class ResourcePicture : public QWidget
{
    Q_OBJECT

public:
    explicit ResourcePicture(const Context &context, QWidget *parent = nullptr);

private:
    void refresh();
    void open(const StackBar &bar, int part);

    Context m_context;
    std::vector<std::string> m_services; ///< names, as in the plan that is shown
    QStackedLayout *m_pages;
    ElidedLabel *m_machine;
    QLabel *m_sums; ///< the arithmetic
    std::array<StackBar *, 3> m_bars{};
};

} // namespace skanse::ui
