// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/model/answers.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace skanse::ui {

/// A new workload from presets: a name, a country, what it runs, and whether everybody may connect.
class StarterForm : public QWidget
{
    Q_OBJECT

public:
    explicit StarterForm(QWidget *parent = nullptr);

signals:
    void created(const skanse::Answers &answers);

private:
    void build();
    void fillPresets();
    void create();

    QLineEdit *m_name = nullptr;
    QComboBox *m_region = nullptr;
    QListWidget *m_presets = nullptr;
    QCheckBox *m_public = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace skanse::ui
