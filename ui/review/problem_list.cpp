// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/problem_list.h"

#include "ui/review/problem_delegate.h"
#include "ui/review/problem_model.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

constexpr int kLeastHeight = 24 * kGrid;
constexpr int kMostHeight = 88 * kGrid;

} // namespace

ProblemList::ProblemList(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new ProblemModel(this))
    , m_view(new QListView)
    , m_empty(new QLabel(tr("Nothing to mend and nothing left open.")))
    , m_go(new QPushButton(icon(QStringLiteral("goto")), tr("Go to the answer")))
{
    m_view->setObjectName(QStringLiteral("problem-list"));
    m_view->setAccessibleName(tr("What is wrong or open"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ProblemDelegate(m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->viewport()->installEventFilter(this);
    m_empty->setObjectName(QStringLiteral("problem-empty"));
    m_empty->setWordWrap(true);
    m_go->setObjectName(QStringLiteral("problem-go"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_view);
    layout->addWidget(m_go, 0, Qt::AlignLeft);

    connect(m_view, &QListView::activated, this, &ProblemList::jump);
    connect(m_go, &QPushButton::clicked, this, [this] { jump(m_view->currentIndex()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                const Problem *problem = m_model->problem(now);
                m_go->setEnabled(problem != nullptr && !problem->place.isNull());
            });
    connect(&context.session, &Session::resultChanged, this, &ProblemList::update);
    connect(&context.session, &Session::draftsChanged, this, &ProblemList::update);
    connect(&context.session, &Session::restarted, this, &ProblemList::update);
    update();
}

void ProblemList::update()
{
    std::vector<Problem> problems = problemsOf(m_context.session);
    m_counts = countsOf(problems);
    const bool any = !problems.empty();
    m_model->setProblems(std::move(problems));
    m_view->setVisible(any);
    m_go->setVisible(any);
    m_empty->setVisible(!any);
    m_go->setEnabled(false);
    if (any)
        m_view->setCurrentIndex(m_model->index(1));
    fitHeight();
    emit changed();
}

void ProblemList::jumpToFirst()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Problem *problem = m_model->problem(m_model->index(row));
        if (problem != nullptr && !problem->place.isNull()) {
            m_context.navigator.jumpTo(problem->place);
            return;
        }
    }
}

void ProblemList::jump(const QModelIndex &index)
{
    if (const Problem *problem = m_model->problem(index))
        m_context.navigator.jumpTo(problem->place);
}

/// The rows are as high as their wrapped texts: another width is another layout.
bool ProblemList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_view->viewport()) {
        const auto *resize = static_cast<QResizeEvent *>(event);
        if (resize->size().width() != resize->oldSize().width())
            QTimer::singleShot(0, this, &ProblemList::fitHeight);
    }
    return QWidget::eventFilter(watched, event);
}

/// As high as what is in it, within bounds.
void ProblemList::fitHeight()
{
    m_view->doItemsLayout();
    int height = 2 * m_view->frameWidth();
    for (int row = 0; row < m_model->rowCount() && height < kMostHeight; ++row)
        height += m_view->sizeHintForRow(row);
    m_view->setFixedHeight(std::clamp(height, kLeastHeight, kMostHeight));
}

} // namespace skanse::ui
