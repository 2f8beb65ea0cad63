// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/review/export_request.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace skanse::ui {

class Session;

/// Where to: a folder or a zip file, and its path. Until somebody chooses a path it is the workload's name
/// beside the profile.
class ExportTarget : public QWidget
{
    Q_OBJECT

public:
    explicit ExportTarget(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] ExportForm form() const;
    /// Absolute; empty when nothing was given.
    [[nodiscard]] QString path() const;
    void setForm(ExportForm form);
    void setPath(const QString &path);
    /// Another workload: back to the proposal.
    void propose();

signals:
    void changed();

private:
    void choose();
    void switchForm();
    [[nodiscard]] QString proposal() const;
    /// What is written out when a path is not absolute.
    [[nodiscard]] QString base() const;

    Session &m_session;
    QRadioButton *m_folder;
    QRadioButton *m_zip;
    QLineEdit *m_path;
    QPushButton *m_choose;
    bool m_chosen = false; ///< by somebody, so that it does not follow the workload's name
};

} // namespace skanse::ui
