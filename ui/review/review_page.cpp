// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/review_page.h"

#include "ui/review/document_panel.h"
#include "ui/review/export_panel.h"
#include "ui/review/problem_list.h"
#include "ui/session/session.h"
#include "ui/style/icon_label.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

QLabel *makeHeading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    label->setFont(font);
    return label;
}

QString verdictText(const ProblemCounts &counts)
{
    const auto part = [](int count, const QString &one, const QString &several) {
        return count == 0 ? QString() : count == 1 ? one : several.arg(count);
    };
    QStringList parts{
        part(counts.errors, ReviewPage::tr("1 error"), ReviewPage::tr("%1 errors")),
        part(counts.warnings, ReviewPage::tr("1 warning"), ReviewPage::tr("%1 warnings")),
        part(counts.open, ReviewPage::tr("1 open item"), ReviewPage::tr("%1 open items"))};
    parts.removeAll(QString());
    const QString list = parts.join(QStringLiteral(", "));
    if (list.isEmpty())
        return ReviewPage::tr("Ready: nothing to mend and nothing left open.");
    return counts.errors > 0 ? ReviewPage::tr("Not ready: %1.").arg(list)
                             : ReviewPage::tr("Ready to export, with %1.").arg(list);
}

} // namespace

ReviewPage::ReviewPage(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_verdictIcon(new IconLabel(5 * kGrid))
    , m_verdict(makeHeading({}))
    , m_problems(new ProblemList(context))
    , m_matrix(new QVBoxLayout)
{
    setObjectName(QStringLiteral("review-page"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumWidth(20 * kGrid);
    auto *exporter = new ExportPanel(context);

    auto *top = new QHBoxLayout;
    top->addWidget(m_verdictIcon, 0, Qt::AlignTop);
    top->addWidget(m_verdict, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_problems);
    layout->addLayout(m_matrix);
    layout->addSpacing(3 * kGrid);
    layout->addWidget(makeHeading(tr("Export")));
    layout->addWidget(exporter);
    layout->addSpacing(3 * kGrid);
    layout->addWidget(makeHeading(tr("Print and copy")));
    layout->addWidget(new DocumentPanel(context));
    layout->addStretch();
    connect(exporter, &ExportPanel::mendWanted, m_problems, &ProblemList::jumpToFirst);
    connect(m_problems, &ProblemList::changed, this, &ReviewPage::showVerdict);
    showVerdict();
}

void ReviewPage::showVerdict()
{
    const ProblemCounts &counts = m_problems->counts();
    const bool noResult =
        m_context.session.result()->outcome.bundle.artifacts.empty() && counts.errors == 0;
    m_verdict->setText(noResult ? tr("The files are being made…") : verdictText(counts));
    m_verdictIcon->setIcon(noResult              ? icon(QStringLiteral("note"), Tone::Muted)
                           : counts.errors > 0   ? iconOf(Severity::Error)
                           : counts.warnings > 0 ? iconOf(Severity::Warning)
                           : counts.open > 0     ? iconOf(Severity::Open)
                                                 : icon(QStringLiteral("done"), Tone::Good));
}

} // namespace skanse::ui
