// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/explanation_panel.h"

#include "ui/preview/button_row.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

QString inTone(const QString &text, Tone tone)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(colour(tone).name(), text.toHtmlEscaped());
}

/// A paragraph "Label: text"; nothing without a text.
QString paragraph(const QString &label, const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style=\"margin:3px 0\">%1 %2</p>")
                                .arg(inTone(label, Tone::Muted), text.toHtmlEscaped());
}

struct StateLook {
    QString icon;
    Tone tone;
};

StateLook lookOf(DecisionState state)
{
    switch (state) {
    case DecisionState::Applied:
        return {QStringLiteral("shield"), Tone::Good};
    case DecisionState::Waived:
        return {QStringLiteral("shield-off"), Tone::Caution};
    case DecisionState::NotApplicable:
        break;
    }
    return {QStringLiteral("note"), Tone::Muted};
}

} // namespace

ExplanationPanel::ExplanationPanel(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("explanation"));
    setAccessibleName(tr("Explanation of the selected line"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(20 * kGrid);
    rebuild();
}

void ExplanationPanel::show(const LineExplanation &explanation)
{
    if (explanation == m_shown)
        return;
    const bool sameLine = explanation.path == m_shown.path && explanation.line == m_shown.line;
    const int scrolled = verticalScrollBar()->value();
    m_shown = explanation;
    rebuild();
    verticalScrollBar()->setValue(sameLine ? scrolled : 0);
}

void ExplanationPanel::showNothing()
{
    show(LineExplanation{});
}

void ExplanationPanel::setTextScale(double scale)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * scale));
    setFont(font);
    rebuild();
}

void ExplanationPanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && m_content != nullptr)
        rebuild();
}

void ExplanationPanel::rebuild()
{
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("explanationContent"));
    m_layout = new QVBoxLayout(m_content);
    m_layout->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 3 * kGrid);
    m_layout->setSpacing(2 * kGrid);
    if (m_shown.line == 0) {
        addEmpty();
    } else {
        addHeading();
        for (const ExplainedControl &control : m_shown.controls)
            addControl(control);
        addAnswers();
        if (m_shown.controls.empty() && m_shown.answers.empty())
            addText(tr("No control and no answer put it there: the file needs it.").toHtmlEscaped(),
                    QStringLiteral("explanationPlain"));
    }
    m_layout->addStretch(1);
    // Later, since one of its buttons may be what led here.
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    setWidget(m_content);
}

void ExplanationPanel::addText(const QString &html, const QString &name)
{
    auto *label = new QLabel(html);
    label->setObjectName(name);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(label);
}

void ExplanationPanel::addEmpty()
{
    addText(QStringLiteral("<b>%1</b><br>%2")
                .arg(tr("Why is a line there?").toHtmlEscaped(),
                     inTone(tr("Select a line in the file: here you read which hardening put it "
                               "there, what it stops, and which of your answers caused it."),
                            Tone::Muted)),
            QStringLiteral("explanationEmpty"));
}

void ExplanationPanel::addHeading()
{
    addText(QStringLiteral("%1 <code>%2</code>")
                .arg(inTone(tr("Line %1:").arg(m_shown.line), Tone::Muted),
                     m_shown.text.toHtmlEscaped()),
            QStringLiteral("explanationLine"));
}

void ExplanationPanel::addControl(const ExplainedControl &control)
{
    const StateLook look = lookOf(control.state);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    auto *sign = new QLabel;
    const int side = fontMetrics().ascent() + kGrid;
    sign->setPixmap(icon(look.icon, look.tone).pixmap(QSize(side, side), devicePixelRatioF()));
    sign->setAlignment(Qt::AlignTop);
    const QString state = control.subject.isEmpty()
                            ? control.stateText
                            : tr("%1 for %2").arg(control.stateText, control.subject);
    auto *title = new QLabel(QStringLiteral("<b>%1</b> &nbsp;%2")
                                 .arg(control.title.toHtmlEscaped(), inTone(state, look.tone)));
    title->setObjectName(QStringLiteral("controlTitle"));
    title->setTextFormat(Qt::RichText);
    title->setWordWrap(true);
    title->setMinimumWidth(1);
    head->addWidget(sign);
    head->addWidget(title, 1);
    m_layout->addLayout(head);
    addText(paragraph(tr("Here:"), control.reason) + paragraph(tr("Stops:"), control.stops)
                + paragraph(tr("Why:"), control.why)
                + paragraph(tr("What remains:"), control.remains)
                + paragraph(tr("References:"), control.references),
            QStringLiteral("controlText"));
    if (!control.canWaive && control.decidedBy.isNull())
        return;
    auto *buttons = new ButtonRow;
    if (!control.decidedBy.isNull()) {
        auto *go = new QPushButton(tr("Go to the question"));
        go->setObjectName(QStringLiteral("goToDecision"));
        go->setAccessibleName(tr("Go to the question that decides: %1").arg(control.title));
        connect(go, &QPushButton::clicked, this,
                [this, place = control.decidedBy] { emit questionWanted(place); });
        buttons->add(go);
    }
    if (control.canWaive) {
        auto *waive = new QPushButton(tr("Switch off with a reason…"));
        waive->setObjectName(QStringLiteral("waive"));
        waive->setAccessibleName(
            tr("Switch off for %1, with a reason: %2").arg(control.subject, control.title));
        connect(waive, &QPushButton::clicked, this,
                [this, id = control.control, service = control.service] {
                    emit waiverWanted(id, service);
                });
        buttons->add(waive);
    }
    m_layout->addWidget(buttons);
}

void ExplanationPanel::addAnswers()
{
    if (m_shown.answers.empty())
        return;
    for (const ExplainedAnswer &answer : m_shown.answers) {
        const QString text = answer.subject.isEmpty()
                               ? answer.label
                               : tr("%1 (%2)").arg(answer.label, answer.subject);
        auto *row = new QHBoxLayout;
        auto *label = new QLabel(inTone(tr("From your answer:"), Tone::Muted) + u' '
                                 + QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()));
        label->setObjectName(QStringLiteral("answerText"));
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        row->addWidget(label, 1);
        if (!answer.place.isNull()) {
            auto *go = new QPushButton(tr("Go to the question"));
            go->setObjectName(QStringLiteral("goToAnswer"));
            go->setAccessibleName(tr("Go to the question: %1").arg(text));
            connect(go, &QPushButton::clicked, this,
                    [this, place = answer.place] { emit questionWanted(place); });
            row->addWidget(go);
        }
        m_layout->addLayout(row);
    }
}

} // namespace skanse::ui
