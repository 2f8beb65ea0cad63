// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/control_facts.h"

#include "core/render/labels.h"
#include "core/report/control_words.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace skanse::ui {

namespace {

QLabel *makeText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(20 * kGrid);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *makeCaption(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("caption", true);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QString drillText(const std::vector<DrillResult> &results)
{
    QStringList lines;
    for (const DrillResult &result : results) {
        const QString who =
            result.service.isEmpty() ? QString() : result.service + QStringLiteral(": ");
        lines.append(
            who
            + (!result.held   ? ControlFacts::tr("Says nothing. Tried: %1. Expected: %2. Seen: %3")
               : *result.held ? ControlFacts::tr("held. Tried: %1. Expected: %2. Seen: %3")
                              : ControlFacts::tr("BROKEN. Tried: %1. Expected: %2. Seen: %3"))
                  .arg(result.attempt, result.expected, result.seen));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ControlFacts::ControlFacts(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_drill = addFact(tr("Evidence"));
    m_why = addFact(tr("What it does"));
    m_threat = addFact(tr("What it stops"));
    m_residual = addFact(tr("What is lost without it"));
    m_attempt = addFact(tr("How to try it"));
    m_targetsCaption = makeCaption(tr("Where it shows"));
    m_targets = new QGridLayout;
    m_targets->setContentsMargins(0, 0, 0, 3 * kGrid);
    m_targets->setHorizontalSpacing(3 * kGrid);
    m_targets->setVerticalSpacing(kGrid);
    m_targets->setColumnStretch(1, 1);
    layout->addWidget(m_targetsCaption);
    layout->addLayout(m_targets);
    m_references = addFact(tr("References"));
    m_rules = addFact(tr("Rules of tools that check it"));
    tint();
}

ControlFacts::Fact ControlFacts::addFact(const QString &caption)
{
    const Fact fact{makeCaption(caption), makeText()};
    fact.text->setContentsMargins(0, 0, 0, 3 * kGrid);
    layout()->addWidget(fact.caption);
    layout()->addWidget(fact.text);
    return fact;
}

void ControlFacts::set(const Fact &fact, const QString &text)
{
    fact.text->setText(text);
    fact.caption->setVisible(!text.isEmpty());
    fact.text->setVisible(!text.isEmpty());
}

void ControlFacts::show(const Control &control, const std::vector<DrillResult> &drill)
{
    set(m_drill, drillText(drill));
    set(m_why, say(control.why));
    set(m_threat, say(control.threat));
    set(m_residual, say(control.residual));
    set(m_attempt, say(control.attempt));
    showTargets(control);
    set(m_references, toQString(report::referencesText(control)));
    set(m_rules, toQString(report::rulesText(control)));
}

void ControlFacts::showTargets(const Control &control)
{
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const int row = static_cast<int>(i);
        if (m_targets->itemAtPosition(row, 0) == nullptr) {
            auto *name = new QLabel(say(labelOf(column)));
            name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            m_targets->addWidget(name, row, 0);
            m_targets->addWidget(makeText(), row, 1);
        }
        auto *text = static_cast<QLabel *>(m_targets->itemAtPosition(row, 1)->widget());
        text->setText(toQString(report::targetText(control, column, language())));
        const bool shows = !control.targets.at(i).shows.empty();
        text->setProperty("muted", !shows);
        text->setFont(shows ? codeFont() : font());
    }
    tint();
}

void ControlFacts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void ControlFacts::tint()
{
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (QLabel *label : labels) {
        const bool isMuted =
            label->property("caption").toBool() || label->property("muted").toBool();
        QPalette own; // without anything of its own it follows the window
        if (isMuted)
            own.setColor(QPalette::WindowText, colour(Tone::Muted));
        label->setPalette(isMuted ? own : QPalette());
    }
}

} // namespace skanse::ui
