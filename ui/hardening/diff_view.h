// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/hardening/bundle_changes.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace skanse::ui {

/// The differences of some files, to read: counts, a choice of file and the unified diff in colours.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void show(const BundleChanges &changes);
    /// A word instead of a diff: working, nothing to show.
    void showNote(const QString &note);

private:
    void showFile(int index);

    QLabel *m_count;
    QComboBox *m_file;
    QPlainTextEdit *m_text;
    std::vector<FileChange> m_files;
};

} // namespace skanse::ui
