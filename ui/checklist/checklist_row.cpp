// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/checklist/checklist_row.h"

#include "core/render/host/checklist_items.h"
#include "core/render/labels.h"
#include "core/schema/question.h"
#include "ui/pages/text_labels.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/small_button.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kIndent = 7 * kGrid; ///< what belongs to an item begins where its title does

/// The words beside a box, which tick it as the words of a check box do. Those of a check box cannot wrap.
class BoxTitle : public QLabel
{
public:
    BoxTitle(const QString &text, QCheckBox *box) : QLabel(text), m_box(box)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        setFont(strong);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            m_box->click();
    }

private:
    QCheckBox *m_box;
};

QLabel *markdownLabel(const QString &text, QWidget *parent)
{
    QLabel *label = mutedLabel({}, parent);
    label->setTextFormat(Qt::MarkdownText);
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(20 * kGrid);
    return label;
}

/// Links to the questions, in the order of the item; the words are the program's own.
QString questionLinks(const std::vector<std::string_view> &questions)
{
    QStringList links;
    for (const std::string_view id : questions)
        if (const Question *question = findQuestion(id))
            links.append(QStringLiteral("<a href=\"%1\">%2</a>")
                             .arg(toQString(id), say(question->label).toHtmlEscaped()));
    return links.join(QStringLiteral(", "));
}

QString standings(const Plan &plan, const ControlSet &controls)
{
    QStringList all;
    controls.forEach([&](ControlId control) {
        all.append(QStringLiteral("`%1` %2").arg(
            toQString(toString(control)),
            toQString(standingText(plan.evidence.of(control), language()))));
    });
    return all.join(QStringLiteral(", "));
}

} // namespace

ChecklistRow::ChecklistRow(const Context &context, const Plan &plan, const ChecklistItem &item,
                           QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(item.id)
    , m_box(new QCheckBox(this))
    , m_done(mutedLabel({}, this))
    , m_how(smallButton(QStringLiteral("how"), QStringLiteral("right"), {}, this))
    , m_details(new QWidget(this))
{
    setObjectName(QStringLiteral("checklist-") + toQString(item.id));
    const render::ChecklistText text = render::checklistText(plan, item, language());
    m_title = toQString(text.title);
    m_box->setObjectName(QStringLiteral("tick"));
    m_box->setAccessibleName(m_title);
    m_how->setAccessibleName(tr("How to do it: %1").arg(m_title));
    m_how->setToolTip(tr("Command, a good answer, and where it comes from"));
    m_how->setCheckable(true);
    m_done->setObjectName(QStringLiteral("done-date"));
    m_done->setWordWrap(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, kGrid);
    layout->setSpacing(kGrid);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    head->addWidget(m_box);
    head->addWidget(new BoxTitle(m_title, m_box), 1);
    head->addWidget(m_done);
    head->addWidget(m_how);
    layout->addLayout(head);
    auto *why = markdownLabel(toQString(text.why), this);
    why->setContentsMargins(kIndent, 0, 0, 0);
    layout->addWidget(why);
    layout->addWidget(m_details);
    makeDetails(plan, item);
    connect(m_box, &QCheckBox::clicked, this, &ChecklistRow::tick);
    connect(m_how, &QToolButton::toggled, this, &ChecklistRow::setOpen);
    setOpen(false);
    refresh();
}

void ChecklistRow::makeDetails(const Plan &plan, const ChecklistItem &item)
{
    const render::ChecklistText text = render::checklistText(plan, item, language());
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(kIndent, 0, 0, kGrid);
    layout->setSpacing(kGrid);
    if (!text.command.empty())
        addCommand(layout, toQString(text.command).trimmed());
    addFact(layout, tr("A good answer"), toQString(text.good));
    addFact(layout, tr("Reference"), toQString(text.reference));
    if (!plan.evidence.files.empty())
        addFact(layout, tr("Evidence"), standings(plan, text.controls));
    const QString links = questionLinks(text.questions);
    if (links.isEmpty())
        return;
    auto *from = new QLabel(tr("From the answers: %1").arg(links), m_details);
    from->setObjectName(QStringLiteral("from-answers"));
    from->setTextFormat(Qt::RichText);
    from->setWordWrap(true);
    from->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(from, &QLabel::linkActivated, this, &ChecklistRow::goTo);
    layout->addWidget(from);
}

void ChecklistRow::addCommand(QVBoxLayout *layout, const QString &command)
{
    auto *row = new QHBoxLayout;
    auto *code = new QLabel(command, m_details);
    code->setObjectName(QStringLiteral("command"));
    code->setTextFormat(Qt::PlainText);
    code->setFont(codeFont());
    code->setWordWrap(true);
    code->setMinimumWidth(20 * kGrid);
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = smallButton(QStringLiteral("copy-command"), QStringLiteral("copy"),
                             tr("Copy the command: %1").arg(m_title), m_details);
    copy->setToolTip(tr("Copies the command to the clipboard"));
    connect(copy, &QToolButton::clicked, this,
            [command] { QGuiApplication::clipboard()->setText(command + QLatin1Char('\n')); });
    row->addWidget(code, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    layout->addLayout(row);
}

void ChecklistRow::addFact(QVBoxLayout *layout, const QString &caption, const QString &markdown)
{
    if (!markdown.isEmpty())
        layout->addWidget(
            markdownLabel(QStringLiteral("%1: %2").arg(caption, markdown), m_details));
}

void ChecklistRow::setOpen(bool open)
{
    m_how->setChecked(open);
    m_how->setIcon(icon(open ? QStringLiteral("down") : QStringLiteral("right")));
    m_details->setVisible(open);
}

void ChecklistRow::refresh()
{
    const auto &ticks = m_context.session.answers().host.checklist;
    const auto tick = std::ranges::find(ticks, m_id, &Tick::item);
    m_box->setChecked(tick != ticks.end());
    m_done->setText(tick == ticks.end() ? QString() : toQString(tick->date));
}

void ChecklistRow::tick(bool done)
{
    const std::string today = toUtf8(QDate::currentDate().toString(Qt::ISODate));
    m_context.session.edit(
        done ? tr("Tick: %1").arg(m_title) : tr("Untick: %1").arg(m_title), [&](Answers &answers) {
            auto &ticks = answers.host.checklist;
            std::erase_if(ticks, [&](const Tick &one) { return one.item == m_id; });
            if (done)
                ticks.push_back({m_id, today});
        });
    refresh();
}

void ChecklistRow::goTo(const QString &question)
{
    const std::string id = toUtf8(question);
    const Question *asked = findQuestion(id);
    if (asked == nullptr)
        return;
    const bool ofService = asked->id.starts_with("service.");
    m_context.navigator.jumpTo(
        placeOf(m_context.session.answers(), asked->id,
                ofService ? static_cast<int>(m_context.navigator.service()) : -1));
}

} // namespace skanse::ui
