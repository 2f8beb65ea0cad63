// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QIcon>
#include <QSet>
#include <QStringList>

#include <vector>

namespace skanse::ui {

/// The files of a bundle as a tree: folders stand where their first file does.
class ArtifactModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole + 1, NotedRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// Does nothing when they are the same as before.
    void setPaths(const QStringList &paths);
    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    /// Files that get a mark, and what it means.
    void setNoted(const QSet<QString> &paths, const QString &meaning);
    [[nodiscard]] const QSet<QString> &noted() const { return m_noted; }
    /// After a change of the palette.
    void forgetDrawings() { m_drawings.clear(); }
    /// Of a file; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node {
        QString name;
        QString path;
        bool folder = false;
        int parent = 0;
        int row = 0;
        std::vector<int> children;
    };

    int childNamed(int parent, const QString &name, bool folder);
    [[nodiscard]] QModelIndex indexOfNode(int number) const;
    [[nodiscard]] static int numberOf(const QModelIndex &index);
    [[nodiscard]] bool isNoted(const Node &node) const;
    [[nodiscard]] QIcon drawingOf(const Node &node, bool noted) const;

    QStringList m_paths;
    std::vector<Node> m_nodes{Node{}}; ///< the first is the root
    QSet<QString> m_noted;
    QString m_meaning;
    mutable QHash<QString, QIcon>
        m_drawings; ///< drawn once: marks come and go while somebody types
};

} // namespace skanse::ui
