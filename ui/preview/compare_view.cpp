// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/compare_view.h"

#include "ui/preview/code_view.h"
#include "ui/style/small_button.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

/// Narrower than that, one stands above the other.
constexpr int kSideBySide = 140 * kGrid;

const Artifact *artifactIn(const Result *result, const std::string &path)
{
    return result == nullptr ? nullptr : result->outcome.bundle.find(path);
}

std::string_view textOf(const Artifact *artifact)
{
    return artifact == nullptr ? std::string_view() : artifact->text;
}

std::string_view stampOf(const Result *result)
{
    return result == nullptr ? std::string_view() : result->outcome.stamp.fingerprint;
}

/// Both bars have the same value; the range of one may be smaller by rounding only.
void keepLevel(QScrollBar *one, QScrollBar *other)
{
    QObject::connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
    QObject::connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
}

} // namespace

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_previous(smallButton(QStringLiteral("previousDifference"), QStringLiteral("up"),
                             tr("Previous difference"), this, Qt::SHIFT | Qt::Key_F7))
    , m_next(smallButton(QStringLiteral("nextDifference"), QStringLiteral("down"),
                         tr("Next difference"), this, Qt::Key_F7))
    , m_sides(new QSplitter(this))
    , m_left(new CodeView)
    , m_right(new CodeView)
{
    setObjectName(QStringLiteral("compareView"));
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setWordWrap(true);
    m_summary->setMinimumWidth(1);
    m_left->setObjectName(QStringLiteral("compareLeft"));
    m_right->setObjectName(QStringLiteral("compareRight"));
    m_right->setAccessibleName(tr("The file as it is now"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * kGrid, 0, 2 * kGrid, kGrid);
    bar->setSpacing(kGrid);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);

    const auto side = [this](QLabel *&title, CodeView *view) {
        auto *box = new QWidget(m_sides);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        title = new QLabel(box);
        title->setContentsMargins(2 * kGrid, 2, 2 * kGrid, 2);
        title->setMinimumWidth(1);
        column->addWidget(title);
        column->addWidget(view, 1);
        view->setMinimumWidth(30 * kGrid);
        m_sides->addWidget(box);
    };
    side(m_leftTitle, m_left);
    side(m_rightTitle, m_right);
    m_rightTitle->setText(tr("Now"));
    m_sides->setChildrenCollapsible(false);
    keepLevel(m_left->verticalScrollBar(), m_right->verticalScrollBar());
    keepLevel(m_left->horizontalScrollBar(), m_right->horizontalScrollBar());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_sides, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { goToDifference(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToDifference(1); });
}

void CompareView::showFiles(const std::string &path, const QString &leftName, const Result *left,
                            const Result *right)
{
    m_leftName = leftName;
    m_leftTitle->setText(leftName);
    m_left->setAccessibleName(leftName);
    const Artifact *before = artifactIn(left, path);
    const Artifact *after = artifactIn(right, path);
    m_texts = alignTexts(textOf(before), stampOf(left), textOf(after), stampOf(right));
    showSide(*m_left, m_texts.left, before != nullptr ? before : after, path);
    showSide(*m_right, m_texts.right, after != nullptr ? after : before, path);
    m_left->setMarks(Mark::Removed, m_texts.left.different);
    m_right->setMarks(Mark::Added, m_texts.right.different);
    m_sides->setVisible(true);
    showSummary(before != nullptr, after != nullptr);
}

void CompareView::showSide(CodeView &view, const AlignedText &text, const Artifact *artifact,
                           const std::string &path)
{
    view.showText(
        {path, artifact == nullptr ? Syntax::Plain : artifact->syntax, text.text, text.numbers});
    view.setMarks(Mark::Filler, text.fillers);
}

void CompareView::showSummary(bool hasLeft, bool hasRight)
{
    const auto lines = [](int count, const QString &one, const QString &many) {
        return count == 1 ? one : many.arg(count);
    };
    QString text;
    if (!hasLeft)
        text = tr("This file is new: the other side does not have it.");
    else if (!hasRight)
        text = tr("This file is gone: only the other side has it.");
    else if (m_texts.differences.empty())
        text = tr("No differences in this file.");
    else
        text = tr("%1, %2").arg(lines(m_texts.added, tr("1 line added"), tr("%1 lines added")),
                                lines(m_texts.removed, tr("1 removed"), tr("%1 removed")));
    m_summary->setText(text);
    m_previous->setEnabled(!m_texts.differences.empty());
    m_next->setEnabled(!m_texts.differences.empty());
}

void CompareView::showMessage(const QString &text)
{
    m_texts = {};
    m_left->clearText();
    m_right->clearText();
    m_sides->setVisible(false);
    m_summary->setText(text);
    m_previous->setEnabled(false);
    m_next->setEnabled(false);
}

int CompareView::currentDifference()
{
    const int line = m_right->selectedLine() > 0 ? m_right->selectedLine() : 0;
    const auto found = std::ranges::lower_bound(m_texts.differences, line, {}, &LineRange::last);
    return static_cast<int>(found - m_texts.differences.begin());
}

void CompareView::goToDifference(int step)
{
    const int count = differences();
    if (count == 0)
        return;
    const int line = m_right->selectedLine();
    int index = currentDifference();
    const bool inside =
        index < count && line >= m_texts.differences[static_cast<std::size_t>(index)].first;
    if (step < 0)
        --index;
    else if (inside)
        ++index;
    index = (index + count) % count;
    const int target = m_texts.differences[static_cast<std::size_t>(index)].first;
    // The left one first: the right one is the one that is explained.
    m_left->selectLine(target);
    m_right->selectLine(target);
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sides->setOrientation(event->size().width() < kSideBySide ? Qt::Vertical : Qt::Horizontal);
}

} // namespace skanse::ui
