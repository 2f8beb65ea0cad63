// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/render/bundle.h"

#include <QString>
#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace skanse::ui {

/// The files of a bundle by folder, each with a tick. What is unticked is remembered by path, also while a
/// bundle does not have the file.
class ArtifactPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ArtifactPicker(QWidget *parent = nullptr);

    void setBundle(const Bundle &bundle);
    [[nodiscard]] const std::set<std::string> &unticked() const { return m_unticked; }
    void setUnticked(std::set<std::string> paths);
    [[nodiscard]] int tickedCount() const;

signals:
    void changed();
    /// Somebody wants to see the file.
    void activated(const QString &path);

private:
    void build();
    void take(const QTreeWidgetItem *item);
    void tickAll(bool ticked);
    void count();
    [[nodiscard]] QTreeWidgetItem *folderOf(const QString &path);

    QTreeWidget *m_tree;
    QLabel *m_count;
    std::vector<std::string> m_paths;
    std::set<std::string> m_unticked;
};

} // namespace skanse::ui
