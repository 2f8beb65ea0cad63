// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/coverage_matrix.h"

#include "ui/pictures/coverage_model.h"
#include "ui/pictures/flat_header.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

constexpr int kLeastColumn = 96;

/// Keeps the rows in which any cell has all the words.
class RowFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text)
    {
        m_words = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        QString text;
        for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
            text +=
                sourceModel()->index(row, column, parent).data(CoverageModel::SearchRole).toString()
                + u' ';
        return std::ranges::all_of(
            m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

CoverageMatrix::CoverageMatrix(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new CoverageModel(this))
    , m_filter(new RowFilter(this))
    , m_search(new QLineEdit)
    , m_table(new QTableView)
    , m_pages(new QStackedLayout)
    , m_details(new ElidedLabel(nullptr, 2))
{
    setObjectName(u"coverage-matrix"_s);
    m_filter->setSourceModel(m_model);

    m_search->setObjectName(u"coverage-filter"_s);
    m_search->setPlaceholderText(tr("Filter: a control, a field, “waived”, “cannot”"));
    m_search->setAccessibleName(tr("Filter the controls"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);

    m_table->setObjectName(u"coverage-table"_s);
    m_table->setAccessibleName(tr("Controls by target"));
    m_table->setModel(m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setCornerButtonEnabled(false);
    if (auto *corner = m_table->findChild<QAbstractButton *>(Qt::FindDirectChildrenOnly))
        corner->installEventFilter(this);
    auto *columns = new FlatHeader(Qt::Horizontal);
    m_table->setHorizontalHeader(columns);
    columns->setMinimumSectionSize(kLeastColumn);
    columns->setSectionResizeMode(QHeaderView::Stretch);
    auto *rows = new FlatHeader(Qt::Vertical);
    m_table->setVerticalHeader(rows);
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(fontMetrics().height() + 2 * kGrid);

    auto *nothing = new QLabel(tr("No control matches. Try fewer words."));
    nothing->setObjectName(u"coverage-nothing"_s);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    m_pages->addWidget(m_table);
    m_pages->addWidget(nothing);

    m_details->setObjectName(u"coverage-details"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * kGrid);
    column->addWidget(m_search);
    column->addLayout(m_pages, 1);
    column->addWidget(m_details);

    connect(m_search, &QLineEdit::textChanged, this, &CoverageMatrix::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CoverageMatrix::showDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CoverageMatrix::showDetails);
    connect(m_table, &QTableView::activated, this, &CoverageMatrix::open);
    connect(&context.session, &Session::resultChanged, this, &CoverageMatrix::refresh);
    connect(&context.session, &Session::restarted, this, &CoverageMatrix::refresh);
    refresh();
    showDetails();
}

void CoverageMatrix::refresh()
{
    m_model->setResult(m_context.session.shown());
}

void CoverageMatrix::filter(const QString &text)
{
    static_cast<RowFilter *>(m_filter)->setWords(text);
    m_pages->setCurrentIndex(m_filter->rowCount() == 0 ? 1 : 0);
    showDetails();
}

void CoverageMatrix::showDetails()
{
    const QString text = m_model->detailsOf(m_filter->mapToSource(m_table->currentIndex()));
    m_details->setText(text.isEmpty()
                           ? tr("A tick: in the files; Enter shows the line. A cross: the target "
                                "cannot express it. A dash: nothing to say.")
                           : text);
}

void CoverageMatrix::open(const QModelIndex &index)
{
    if (const auto line = m_model->firstLine(m_filter->mapToSource(index)))
        m_context.navigator.showArtifact(line->path, line->line);
}

bool CoverageMatrix::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QWidget::eventFilter(watched, event);
    // The corner between the headers, as flat as they are.
    auto *corner = static_cast<QWidget *>(watched);
    QPainter painter(corner);
    painter.fillRect(corner->rect(), palette().color(QPalette::Window));
    painter.setPen(colour(Tone::Line));
    painter.drawLine(corner->rect().bottomLeft(), corner->rect().bottomRight());
    return true;
}

void CoverageMatrix::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The titles leave room for the cells.
    m_table->verticalHeader()->setMaximumWidth(std::max(width() / 3, kLeastColumn));
}

} // namespace skanse::ui
