// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/preview/artifact_model.h"

#include <QTreeView>

namespace skanse::ui {

/// The list of files at the left of the code.
class ArtifactTree : public QTreeView
{
    Q_OBJECT

public:
    explicit ArtifactTree(QWidget *parent = nullptr);

    [[nodiscard]] ArtifactModel &files() { return *m_model; }
    /// Selects a file without telling.
    void setCurrent(const QString &path);

signals:
    /// By a person.
    void chosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ArtifactModel *m_model;
    bool m_quiet = false;
};

} // namespace skanse::ui
