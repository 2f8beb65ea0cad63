// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/artifact_model.h"

#include "ui/style/theme.h"

#include <QGuiApplication>

#include <algorithm>

namespace skanse::ui {

void ArtifactModel::setPaths(const QStringList &paths)
{
    if (paths == m_paths)
        return;
    beginResetModel();
    m_paths = paths;
    m_nodes.assign(1, Node{.name = {}, .path = {}, .folder = true});
    for (const QString &path : paths) {
        const QStringList parts = path.split(u'/');
        int parent = 0;
        for (const QString &folder : parts.first(parts.size() - 1))
            parent = childNamed(parent, folder, true);
        childNamed(parent, parts.last(), false);
    }
    endResetModel();
}

int ArtifactModel::childNamed(int parent, const QString &name, bool folder)
{
    const auto up = static_cast<std::size_t>(parent);
    if (folder)
        for (const int child : m_nodes[up].children)
            if (const Node &node = m_nodes[static_cast<std::size_t>(child)];
                node.folder && node.name == name)
                return child;
    const int number = static_cast<int>(m_nodes.size());
    const QString path = parent == 0 ? name : m_nodes[up].path + u'/' + name;
    const int row = static_cast<int>(m_nodes[up].children.size());
    m_nodes[up].children.push_back(number);
    m_nodes.push_back({name, path, folder, parent, row, {}});
    return number;
}

void ArtifactModel::setNoted(const QSet<QString> &paths, const QString &meaning)
{
    if (paths == m_noted && meaning == m_meaning)
        return;
    const QSet<QString> touched =
        meaning == m_meaning ? (paths - m_noted) + (m_noted - paths) : paths + m_noted;
    m_noted = paths;
    m_meaning = meaning;
    QSet<int> changed;
    for (std::size_t i = 1; i < m_nodes.size(); ++i)
        if (touched.contains(m_nodes[i].path))
            for (int node = static_cast<int>(i); node > 0;
                 node = m_nodes[static_cast<std::size_t>(node)].parent)
                changed.insert(node);
    for (const int node : changed)
        emit dataChanged(indexOfNode(node), indexOfNode(node));
}

QModelIndex ArtifactModel::indexOf(const QString &path) const
{
    const auto found = std::ranges::find_if(
        m_nodes, [&](const Node &node) { return !node.folder && node.path == path; });
    return found == m_nodes.end() ? QModelIndex()
                                  : indexOfNode(static_cast<int>(found - m_nodes.begin()));
}

QModelIndex ArtifactModel::indexOfNode(int number) const
{
    return number == 0 ? QModelIndex()
                       : createIndex(m_nodes[static_cast<std::size_t>(number)].row, 0,
                                     static_cast<quintptr>(number));
}

int ArtifactModel::numberOf(const QModelIndex &index)
{
    return index.isValid() ? static_cast<int>(index.internalId()) : 0;
}

QModelIndex ArtifactModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &node = m_nodes[static_cast<std::size_t>(numberOf(parent))];
    if (column != 0 || row < 0 || row >= static_cast<int>(node.children.size()))
        return {};
    return createIndex(row, 0, static_cast<quintptr>(node.children[static_cast<std::size_t>(row)]));
}

QModelIndex ArtifactModel::parent(const QModelIndex &index) const
{
    return indexOfNode(m_nodes[static_cast<std::size_t>(numberOf(index))].parent);
}

int ArtifactModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(m_nodes[static_cast<std::size_t>(numberOf(parent))].children.size());
}

int ArtifactModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ArtifactModel::isNoted(const Node &node) const
{
    if (!node.folder)
        return m_noted.contains(node.path);
    return std::ranges::any_of(m_noted, [&](const QString &path) {
        return path.size() > node.path.size() && path.startsWith(node.path)
            && path[node.path.size()] == u'/';
    });
}

QIcon ArtifactModel::drawingOf(const Node &node, bool noted) const
{
    const QString name = node.folder ? QStringLiteral("folder")
                       : noted       ? QStringLiteral("file-changed")
                                     : QStringLiteral("file");
    const double ratio = qApp->devicePixelRatio();
    QIcon &drawing = m_drawings[QStringLiteral("%1 %2 %3").arg(name).arg(noted).arg(ratio)];
    if (drawing.isNull()) {
        const QIcon source = noted ? icon(name, Tone::Caution) : icon(name);
        constexpr QSize kSize(4 * kGrid, 4 * kGrid);
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected})
            drawing.addPixmap(source.pixmap(kSize, ratio, mode), mode);
    }
    return drawing;
}

QVariant ArtifactModel::data(const QModelIndex &index, int role) const
{
    const Node &node = m_nodes[static_cast<std::size_t>(numberOf(index))];
    const bool noted = isNoted(node);
    switch (role) {
    case Qt::DisplayRole:
        return noted && !node.folder ? node.name + QStringLiteral(" \u2022") : node.name;
    case Qt::DecorationRole:
        return drawingOf(node, noted);
    case Qt::ToolTipRole:
        return noted && !node.folder ? node.path + u'\n' + m_meaning : node.path;
    case Qt::AccessibleTextRole:
        return noted && !node.folder ? node.name + QStringLiteral(", ") + m_meaning : node.name;
    case PathRole:
        return node.folder ? QString() : node.path;
    case NotedRole:
        return noted;
    default:
        return {};
    }
}

Qt::ItemFlags ArtifactModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace skanse::ui
