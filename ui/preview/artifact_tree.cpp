// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/artifact_tree.h"

#include "ui/style/theme.h"

#include <QEvent>

namespace skanse::ui {

ArtifactTree::ArtifactTree(QWidget *parent) : QTreeView(parent), m_model(new ArtifactModel(this))
{
    setObjectName(QStringLiteral("artifactTree"));
    setAccessibleName(tr("Files"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(3 * kGrid);
    setIconSize(QSize(4 * kGrid, 4 * kGrid));
    setTextElideMode(Qt::ElideMiddle);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(30 * kGrid);
    setModel(m_model);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_quiet = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        m_quiet = false;
    });
}

void ArtifactTree::setCurrent(const QString &path)
{
    const QModelIndex index = m_model->indexOf(path);
    if (index == currentIndex())
        return;
    m_quiet = true;
    setCurrentIndex(index);
    m_quiet = false;
}

void ArtifactTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->forgetDrawings();
}

void ArtifactTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QString path = current.data(ArtifactModel::PathRole).toString();
    if (!m_quiet && !path.isEmpty())
        emit chosen(path);
}

} // namespace skanse::ui
