// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/artifact_picker.h"

#include "ui/review/roomy_delegate.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kHeight = 52 * kGrid;
constexpr int kPathRole = Qt::UserRole; ///< of a file

} // namespace

ArtifactPicker::ArtifactPicker(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget)
    , m_count(new QLabel)
{
    m_tree->setObjectName(QStringLiteral("artifact-tree"));
    m_tree->setAccessibleName(tr("Files to export"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RoomyDelegate(m_tree));
    m_tree->setIndentation(4 * kGrid);
    m_tree->setIconSize(QSize(4 * kGrid, 4 * kGrid));
    m_tree->setFixedHeight(kHeight);
    m_count->setObjectName(QStringLiteral("artifact-count"));
    auto *all = new QPushButton(tr("All"));
    all->setObjectName(QStringLiteral("artifact-all"));
    all->setAccessibleName(tr("Tick all files"));
    auto *none = new QPushButton(tr("None"));
    none->setObjectName(QStringLiteral("artifact-none"));
    none->setAccessibleName(tr("Untick all files"));

    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(all);
    row->addWidget(none);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(row);
    layout->addWidget(m_tree);
    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    connect(m_tree, &QTreeWidget::itemChanged, this,
            [this](const QTreeWidgetItem *item) { take(item); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const QString path = item->data(0, kPathRole).toString(); !path.isEmpty())
            emit activated(path);
    });
    count();
}

void ArtifactPicker::setBundle(const Bundle &bundle)
{
    std::vector<std::string> paths;
    for (const Artifact &artifact : bundle.artifacts)
        paths.push_back(artifact.path);
    if (paths == m_paths)
        return;
    m_paths = std::move(paths);
    build();
}

void ArtifactPicker::setUnticked(std::set<std::string> paths)
{
    m_unticked = std::move(paths);
    build();
    emit changed();
}

int ArtifactPicker::tickedCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_paths, [this](const std::string &path) { return !m_unticked.contains(path); }));
}

void ArtifactPicker::build()
{
    std::set<QString> open;
    for (QTreeWidgetItemIterator item(m_tree); *item != nullptr; ++item)
        if ((*item)->isExpanded())
            open.insert((*item)->data(0, kPathRole + 1).toString());
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    for (const std::string &path : m_paths) {
        const QString full = toQString(path);
        QTreeWidgetItem *folder = folderOf(full);
        auto *item = folder == nullptr ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(folder);
        item->setText(0, full.section(QLatin1Char('/'), -1));
        item->setIcon(0, icon(QStringLiteral("file")));
        item->setData(0, kPathRole, full);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemNeverHasChildren);
        item->setCheckState(0, m_unticked.contains(path) ? Qt::Unchecked : Qt::Checked);
    }
    for (QTreeWidgetItemIterator item(m_tree); *item != nullptr; ++item)
        if (open.contains((*item)->data(0, kPathRole + 1).toString()))
            (*item)->setExpanded(true);
    count();
}

/// The item of the folder that a file is in, made when it is not there yet; null at the top.
QTreeWidgetItem *ArtifactPicker::folderOf(const QString &path)
{
    const QString folder = path.section(QLatin1Char('/'), 0, -2);
    if (folder.isEmpty())
        return nullptr;
    for (QTreeWidgetItemIterator item(m_tree); *item != nullptr; ++item)
        if ((*item)->data(0, kPathRole + 1).toString() == folder)
            return *item;
    QTreeWidgetItem *above = folderOf(folder);
    auto *item = above == nullptr ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(above);
    item->setText(0, folder.section(QLatin1Char('/'), -1));
    item->setIcon(0, icon(QStringLiteral("folder")));
    item->setData(0, kPathRole + 1, folder);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                   | Qt::ItemIsAutoTristate);
    return item;
}

void ArtifactPicker::take(const QTreeWidgetItem *item)
{
    const std::string path = toUtf8(item->data(0, kPathRole).toString());
    if (path.empty())
        return; // a folder follows its files
    if (item->checkState(0) == Qt::Checked)
        m_unticked.erase(path);
    else
        m_unticked.insert(path);
    count();
    emit changed();
}

void ArtifactPicker::tickAll(bool ticked)
{
    std::set<std::string> unticked = m_unticked;
    for (const std::string &path : m_paths)
        if (ticked)
            unticked.erase(path);
        else
            unticked.insert(path);
    setUnticked(std::move(unticked));
}

void ArtifactPicker::count()
{
    m_count->setText(
        tr("%1 of %2 files").arg(tickedCount()).arg(static_cast<qsizetype>(m_paths.size())));
}

} // namespace skanse::ui
