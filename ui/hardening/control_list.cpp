// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_list.h"

#include "ui/hardening/control_filter.h"
#include "ui/review/roomy_delegate.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr std::array kStates{DecisionState::Applied, DecisionState::Waived,
                             DecisionState::NotApplicable};
constexpr int kTreeHeight = 72 * kGrid;

QTreeView *makeTree(QAbstractItemModel *model)
{
    auto *tree = new QTreeView;
    tree->setObjectName(QStringLiteral("control-tree"));
    tree->setAccessibleName(ControlList::tr("Controls"));
    tree->setModel(model);
    tree->setUniformRowHeights(true);
    tree->setItemDelegate(new RoomyDelegate(tree));
    tree->setIconSize(QSize(4 * kGrid, 4 * kGrid));
    tree->setTextElideMode(Qt::ElideRight);
    tree->setExpandsOnDoubleClick(true);
    tree->setMinimumHeight(kTreeHeight);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(ControlModel::TitleColumn, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(ControlModel::StateColumn, QHeaderView::Interactive);
    tree->header()->setSectionResizeMode(ControlModel::DrillColumn, QHeaderView::Interactive);
    tree->header()->setMinimumSectionSize(15 * kGrid);
    tree->setColumnWidth(ControlModel::DrillColumn, 26 * kGrid);
    tree->setColumnHidden(ControlModel::DrillColumn, true);
    tree->setIndentation(4 * kGrid);
    return tree;
}

} // namespace

ControlList::ControlList(QWidget *parent)
    : QWidget(parent)
    , m_model(new ControlModel(this))
    , m_filter(new ControlFilter(this))
    , m_summary(new QLabel)
    , m_service(new QComboBox)
    , m_words(new QLineEdit)
    , m_nothing(new QLabel(tr("No control has these words and states.")))
{
    m_filter->setSourceModel(m_model);
    // Before the tree's selection hears of it: a control that a filter hides stays the current one.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_hiding = true; });
    m_tree = makeTree(m_filter);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] { m_hiding = false; });
    m_summary->setObjectName(QStringLiteral("control-summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_service->setObjectName(QStringLiteral("control-service"));
    m_service->setAccessibleName(tr("Service whose controls are shown"));
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_service->setMinimumContentsLength(10);
    m_words->setObjectName(QStringLiteral("control-filter"));
    m_words->setAccessibleName(tr("Search the controls"));
    m_words->setPlaceholderText(tr("Search the controls"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(icon(QStringLiteral("search"), Tone::Muted), QLineEdit::LeadingPosition);
    m_words->setMinimumWidth(30 * kGrid);
    m_nothing->setVisible(false);

    auto *row = new QHBoxLayout;
    row->addWidget(m_service, 2);
    row->addWidget(m_words, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addLayout(row);
    layout->addWidget(makeChips());
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_nothing);

    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setService(m_service->currentData().toInt());
        updateCounts();
        emit currentChanged();
    });
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setWords(text);
        restore();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ControlList::restore);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                const QVariant control = now.data(ControlModel::ControlRole);
                if (m_hiding || !control.isValid() || control.toInt() < 0)
                    return;
                m_current = static_cast<ControlId>(control.toInt());
                emit currentChanged();
            });
    const auto noteExpanded = [this](const QModelIndex &index, bool open) {
        const int control = index.data(ControlModel::ControlRole).toInt();
        if (control < 0)
            return;
        std::erase(m_expanded, static_cast<ControlId>(control));
        if (open)
            m_expanded.push_back(static_cast<ControlId>(control));
    };
    connect(m_tree, &QTreeView::expanded, this,
            [noteExpanded](const QModelIndex &index) { noteExpanded(index, true); });
    connect(m_tree, &QTreeView::collapsed, this,
            [noteExpanded](const QModelIndex &index) { noteExpanded(index, false); });
    updateCounts();
}

/// The name of a control is what people look for: it keeps the larger part.
void ControlList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_tree->setColumnWidth(ControlModel::StateColumn, std::min(52 * kGrid, width() * 9 / 20));
}

QWidget *ControlList::makeChips()
{
    auto *chips = new QWidget;
    auto *row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        const DecisionState state = kStates.at(i);
        auto *chip = new QPushButton;
        chip->setObjectName(QStringLiteral("chip-") + toQString(toString(state)));
        chip->setIcon(stateIcon(state));
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setToolTip(tr("Show or hide controls in this state"));
        chip->setMinimumWidth(15 * kGrid);
        connect(chip, &QPushButton::toggled, this, [this, state](bool shown) {
            m_filter->setShown(state, shown);
            restore();
        });
        m_chips.at(i) = chip;
        row->addWidget(chip);
    }
    row->addStretch();
    return chips;
}

void ControlList::setPlan(const Plan &plan)
{
    fillServices(plan);
    m_model->setStates(controlStates(plan));
    updateCounts();
    emit currentChanged();
}

void ControlList::fillServices(const Plan &plan)
{
    const QString before = m_service->currentText();
    const bool hadOne = m_service->currentIndex() > 0;
    m_service->blockSignals(true);
    m_service->clear();
    m_service->addItem(tr("All services"), -1);
    for (std::size_t i = 0; i < plan.services.size(); ++i)
        m_service->addItem(toQString(plan.services[i].name), static_cast<int>(i));
    const int found = hadOne ? m_service->findText(before) : 0;
    m_service->setCurrentIndex(std::max(0, found));
    m_service->blockSignals(false);
    if (m_model->service() != m_service->currentData().toInt())
        m_model->setService(m_service->currentData().toInt());
}

void ControlList::setDrill(const std::vector<DrillResult> &results)
{
    m_model->setDrill(results);
    m_tree->setColumnHidden(ControlModel::DrillColumn, results.empty());
    emit currentChanged();
}

void ControlList::updateCounts()
{
    const StateCounts counts = m_model->counts();
    const std::array numbers{counts.applied, counts.waived, counts.notApplicable};
    QStringList parts;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const QString word = stateWord(kStates.at(i));
        parts.append(tr("%1 %2").arg(numbers.at(i)).arg(word));
        m_chips.at(i)->setText(parts.last());
        m_chips.at(i)->setAccessibleName(
            tr("Show controls that are %1: %2").arg(word).arg(numbers.at(i)));
    }
    m_summary->setText(tr("Controls: %1").arg(parts.join(QStringLiteral(", "))));
}

/// Groups are open; what was open and what was selected is so again.
void ControlList::restore()
{
    for (int i = 0; i < m_filter->rowCount(); ++i)
        m_tree->expand(m_filter->index(i, 0));
    for (const ControlId control : std::vector(m_expanded))
        m_tree->expand(m_filter->mapFromSource(m_model->indexOf(control)));
    m_nothing->setVisible(m_filter->isEmpty());
    if (m_current)
        showRow(m_model->indexOf(*m_current));
}

void ControlList::showRow(const QModelIndex &source)
{
    const QModelIndex index = m_filter->mapFromSource(source);
    if (!index.isValid())
        return;
    const QModelIndex now = m_tree->currentIndex();
    if (now.data(ControlModel::ControlRole) != index.data(ControlModel::ControlRole))
        m_tree->setCurrentIndex(index);
}

std::optional<ControlId> ControlList::current() const
{
    return m_current;
}

void ControlList::select(ControlId control)
{
    const QModelIndex source = m_model->indexOf(control);
    if (!m_filter->mapFromSource(source).isValid())
        clearFilters();
    m_current = control;
    showRow(source);
    m_tree->scrollTo(m_filter->mapFromSource(source), QAbstractItemView::PositionAtCenter);
    emit currentChanged();
}

void ControlList::clearFilters()
{
    m_words->clear();
    for (QPushButton *chip : m_chips)
        chip->setChecked(true);
}

void ControlList::chooseService(int service)
{
    if (const int row = m_service->findData(service); row >= 0)
        m_service->setCurrentIndex(row);
}

void ControlList::focusTree()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

} // namespace skanse::ui
