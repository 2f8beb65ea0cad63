// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/file_bar.h"

#include "ui/style/small_button.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QResizeEvent>
#include <QToolButton>

namespace skanse::ui {

namespace {

constexpr int kRoomForAll = 140 * kGrid;
constexpr int kNarrowest = 80 * kGrid;

} // namespace

FileBar::FileBar(QWidget *parent)
    : QWidget(parent)
    , m_tree(smallButton(QStringLiteral("treeToggle"), QStringLiteral("tree"),
                         tr("Show the list of files"), this))
    , m_previous(smallButton(QStringLiteral("previousFile"), QStringLiteral("left"),
                             tr("Previous file"), this, Qt::CTRL | Qt::Key_PageUp))
    , m_next(smallButton(QStringLiteral("nextFile"), QStringLiteral("right"), tr("Next file"), this,
                         Qt::CTRL | Qt::Key_PageDown))
    , m_chooser(new QComboBox(this))
    , m_wrap(smallButton(QStringLiteral("wrapLines"), QStringLiteral("wrap"), tr("Wrap long lines"),
                         this))
    , m_zoomOut(smallButton(QStringLiteral("zoomOut"), QStringLiteral("zoom-out"),
                            tr("Smaller text"), this, Qt::CTRL | Qt::Key_Minus))
    , m_zoomIn(smallButton(QStringLiteral("zoomIn"), QStringLiteral("zoom-in"), tr("Larger text"),
                           this, Qt::CTRL | Qt::Key_Plus))
    , m_compare(smallButton(QStringLiteral("compareMenu"), QStringLiteral("compare"),
                            tr("Compare with…"), this))
    , m_more(smallButton(QStringLiteral("moreMenu"), QStringLiteral("more"), tr("More"), this))
    , m_compared(new QActionGroup(this))
{
    setObjectName(QStringLiteral("fileBar"));
    auto *find = smallButton(QStringLiteral("findInFile"), QStringLiteral("search"),
                             tr("Find in this file"), this, QKeySequence::Find);
    auto *copy = smallButton(QStringLiteral("copyFile"), QStringLiteral("copy"),
                             tr("Copy the whole file"), this);
    m_tree->setCheckable(true);
    m_wrap->setCheckable(true);

    // Written into, it offers all files that have the text anywhere in their path.
    m_chooser->setObjectName(QStringLiteral("fileChooser"));
    m_chooser->setAccessibleName(tr("File"));
    m_chooser->setEditable(true);
    m_chooser->lineEdit()->setAccessibleName(m_chooser->accessibleName());
    m_chooser->setInsertPolicy(QComboBox::NoInsert);
    m_chooser->setMinimumContentsLength(8);
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMaxVisibleItems(24);
    m_chooser->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_chooser->completer()->setFilterMode(Qt::MatchContains);
    m_chooser->completer()->setCaseSensitivity(Qt::CaseInsensitive);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(2);
    layout->addWidget(m_tree);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_chooser, 1);
    for (QToolButton *button : {find, copy, m_wrap, m_zoomOut, m_zoomIn, m_compare, m_more})
        layout->addWidget(button);
    showWhatFits(0); // small at first, so that no width is asked for that is not needed
    makeCompareMenu();
    makeMoreMenu();

    connect(m_tree, &QToolButton::clicked, this, &FileBar::treeToggled);
    connect(m_previous, &QToolButton::clicked, this, [this] { goBy(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goBy(1); });
    connect(m_chooser, &QComboBox::activated, this,
            [this](int index) { emit chosen(m_chooser->itemText(index)); });
    connect(m_chooser->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const int index = m_chooser->findText(m_chooser->currentText());
        m_chooser->setEditText(m_chooser->itemText(m_chooser->currentIndex()));
        if (index >= 0 && index != m_chooser->currentIndex())
            emit chosen(m_chooser->itemText(index));
    });
    connect(find, &QToolButton::clicked, this, &FileBar::findWanted);
    connect(copy, &QToolButton::clicked, this, &FileBar::copyWanted);
    connect(m_wrap, &QToolButton::toggled, this, &FileBar::wrapToggled);
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { emit zoomWanted(-1); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { emit zoomWanted(1); });
}

void FileBar::makeCompareMenu()
{
    auto *menu = new QMenu(m_compare);
    const auto add = [&](const QString &text, Comparison::With with) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(with));
        m_compared->addAction(action);
        connect(action, &QAction::triggered, this, [this, with] { emit compareWanted(with); });
    };
    add(tr("Off"), Comparison::With::Nothing);
    add(tr("The saved profile"), Comparison::With::Saved);
    add(tr("Without hardening"), Comparison::With::Naive);
    m_compare->setMenu(menu);
    m_compare->setPopupMode(QToolButton::InstantPopup);
    setCompared(Comparison::With::Nothing);
}

void FileBar::makeMoreMenu()
{
    auto *menu = new QMenu(m_more);
    QAction *wrap = menu->addAction(icon(QStringLiteral("wrap")), m_wrap->accessibleName());
    wrap->setCheckable(true);
    connect(wrap, &QAction::toggled, m_wrap, &QToolButton::setChecked);
    connect(m_wrap, &QToolButton::toggled, wrap, &QAction::setChecked);
    connect(menu->addAction(icon(QStringLiteral("zoom-in")), m_zoomIn->accessibleName()),
            &QAction::triggered, m_zoomIn, &QToolButton::click);
    connect(menu->addAction(icon(QStringLiteral("zoom-out")), m_zoomOut->accessibleName()),
            &QAction::triggered, m_zoomOut, &QToolButton::click);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void FileBar::setPaths(const QStringList &paths)
{
    const QString current = m_chooser->currentText();
    m_chooser->clear();
    m_chooser->addItems(paths);
    setCurrent(current);
}

void FileBar::setCurrent(const QString &path)
{
    const int index = m_chooser->findText(path);
    m_chooser->setCurrentIndex(index);
    m_chooser->setToolTip(path);
    // The end tells more than the start, where there is not room for both.
    m_chooser->lineEdit()->end(false);
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index >= 0 && index + 1 < m_chooser->count());
}

void FileBar::setTreeShown(bool shown)
{
    m_tree->setChecked(shown);
    m_tree->setToolTip(shown ? tr("Hide the list of files") : tr("Show the list of files"));
    m_tree->setAccessibleName(m_tree->toolTip());
}

void FileBar::setCompared(Comparison::With with)
{
    for (QAction *action : m_compared->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(with));
}

void FileBar::setWrapEnabled(bool enabled)
{
    m_wrap->setEnabled(enabled);
    m_more->menu()->actions().constFirst()->setEnabled(enabled);
}

void FileBar::goBy(int files)
{
    const int index = m_chooser->currentIndex() + files;
    if (index >= 0 && index < m_chooser->count())
        emit chosen(m_chooser->itemText(index));
}

QSize FileBar::minimumSizeHint() const
{
    return {kNarrowest, QWidget::minimumSizeHint().height()};
}

void FileBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits(event->size().width());
}

void FileBar::showWhatFits(int width)
{
    const bool room = width >= kRoomForAll;
    for (QToolButton *button : {m_wrap, m_zoomOut, m_zoomIn})
        button->setVisible(room);
    m_more->setVisible(!room);
}

} // namespace skanse::ui
