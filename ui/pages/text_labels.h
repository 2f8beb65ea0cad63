// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

class QLabel;
class QString;
class QWidget;

/// Labels in the few sizes that pages use. Plain text, wrapped, never wider than their page.
namespace skanse::ui {

QLabel *titleLabel(const QString &text, QWidget *parent);
QLabel *headingLabel(const QString &text, QWidget *parent);
QLabel *bodyLabel(const QString &text, QWidget *parent);
QLabel *mutedLabel(const QString &text, QWidget *parent);

} // namespace skanse::ui
