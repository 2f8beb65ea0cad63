// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/write_plan_view.h"

#include "ui/review/roomy_delegate.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <algorithm>
#include <array>

namespace skanse::ui {

namespace {

constexpr int kHeight = 36 * kGrid;

constexpr std::array kOrder{FileState::Foreign, FileState::EditedByHand, FileState::Obsolete,
                            FileState::Changed, FileState::New,          FileState::Unchanged};

QString wordFor(FileState state, bool force)
{
    switch (state) {
    case FileState::New:
        return WritePlanView::tr("new");
    case FileState::Changed:
        return WritePlanView::tr("replaced");
    case FileState::Unchanged:
        return WritePlanView::tr("unchanged");
    case FileState::EditedByHand:
        return force ? WritePlanView::tr("edited by hand: replaced")
                     : WritePlanView::tr("edited by hand: kept");
    case FileState::Obsolete:
        return WritePlanView::tr("no longer needed: removed");
    case FileState::Foreign:
        break;
    }
    return force ? WritePlanView::tr("in the way: replaced")
                 : WritePlanView::tr("in the way: refused");
}

QIcon iconFor(FileState state, bool force)
{
    switch (state) {
    case FileState::New:
        return icon(QStringLiteral("add"), Tone::Good);
    case FileState::Changed:
        return icon(QStringLiteral("reset"), Tone::Accent);
    case FileState::Unchanged:
        return icon(QStringLiteral("done"), Tone::Muted);
    case FileState::EditedByHand:
        return icon(QStringLiteral("edit"), force ? Tone::Caution : Tone::Accent);
    case FileState::Obsolete:
        return icon(QStringLiteral("remove"), Tone::Caution);
    case FileState::Foreign:
        break;
    }
    return icon(QStringLiteral("attention"), force ? Tone::Caution : Tone::Bad);
}

} // namespace

WritePlanView::WritePlanView(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("write-plan"));
    setAccessibleName(tr("What will happen to each file"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new RoomyDelegate(this));
    setIndentation(4 * kGrid);
    setIconSize(QSize(4 * kGrid, 4 * kGrid));
    setFixedHeight(kHeight);
}

void WritePlanView::show(const ExportPlan &plan, const ExportRequest &request)
{
    clear();
    for (const FileState state : kOrder) {
        // A file that was edited and that the bundle no longer has is kept, whatever was chosen.
        const auto isReplaced = [&](const FilePlan &file) {
            return request.force
                && (state != FileState::EditedByHand || request.form == ExportForm::Zip
                    || request.result->outcome.bundle.find(file.path) != nullptr);
        };
        for (const bool force : {true, false}) {
            QTreeWidgetItem *group = nullptr;
            for (const FilePlan &file : plan.files) {
                if (file.state != state || isReplaced(file) != force)
                    continue;
                if (group == nullptr)
                    group = new QTreeWidgetItem(this);
                auto *item = new QTreeWidgetItem(group);
                item->setText(0, toQString(file.path));
                item->setIcon(0, iconFor(state, force));
                item->setData(0, Qt::AccessibleTextRole,
                              tr("%1: %2").arg(toQString(file.path), wordFor(state, force)));
            }
            if (group == nullptr)
                continue;
            group->setText(0, tr("%1 (%2)").arg(wordFor(state, force)).arg(group->childCount()));
            group->setIcon(0, iconFor(state, force));
            group->setExpanded(state == FileState::Foreign || state == FileState::EditedByHand
                               || state == FileState::Obsolete || plan.files.size() == 1);
        }
    }
}

QString WritePlanView::summary(const ExportPlan &plan, bool force)
{
    QStringList parts;
    for (const FileState state : kOrder)
        if (const int count = plan.count(state); count > 0)
            parts.append(tr("%1 %2").arg(count).arg(wordFor(state, force)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace skanse::ui
