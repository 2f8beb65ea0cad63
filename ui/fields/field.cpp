// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/fields/field.h"

#include "core/render/labels.h"
#include "core/report/explain.h"
#include "core/report/question_words.h"
#include "ui/fields/editor.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/severity.h"
#include "ui/style/small_button.h"
#include "ui/text/language.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

namespace skanse::ui {

namespace {

constexpr int kSign = 4 * kGrid;

/// Beside a label: as high as its line.
QToolButton *labelButton(const QString &iconName, const QString &text, QWidget *parent)
{
    QToolButton *button = smallButton(iconName + QStringLiteral("Answer"), iconName, text, parent);
    button->setIcon(icon(iconName, Tone::Muted));
    button->setFixedSize(6 * kGrid, 6 * kGrid);
    return button;
}

void setInk(QLabel *label, const QColor &ink)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
}

} // namespace

Field::Field(const Context &context, AnswerPlace place, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_place(std::move(place))
{
    setObjectName(toQString(m_place.question->id));
    build();
    connect(m_editor, &Editor::edited, this, &Field::take);
    connect(&m_context.session, &Session::draftsChanged, this, &Field::refresh);
    m_known = m_context.session.answer(m_place);
    m_editor->showAnswer(m_known);
    refresh();
}

void Field::build()
{
    const Question &question = *m_place.question;
    const QString name = say(question.label);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);

    m_editor = makeEditor(m_context, m_place, this);
    QWidget *target = m_editor->focusTarget();
    target->setAccessibleName(name);
    target->setAccessibleDescription(say(question.help));
    target->installEventFilter(this);
    m_editor->setFocusProxy(target);
    setFocusProxy(m_editor);

    auto *header = new QHBoxLayout;
    header->setSpacing(kGrid);
    // A box carries its label itself.
    m_label = new QLabel(question.required ? name + QStringLiteral(" *") : name, this);
    m_label->setBuddy(target);
    m_label->setTextFormat(Qt::PlainText);
    QFont strong = m_label->font();
    strong.setWeight(QFont::DemiBold);
    m_label->setFont(strong);
    m_label->setVisible(question.kind != Kind::Flag
                        || !isSet(defaultOf(m_place.record.type(), question)));
    m_label->setToolTip(toQString(report::placeOf(question).path));
    header->addWidget(m_label);
    // What the answer is called in a profile: the first to give way where there is little room.
    auto *term = new ElidedLabel(this);
    term->setText(toQString(question.key));
    term->setTone(Tone::Muted);
    QFont code = codeFont();
    code.setPointSizeF(term->font().pointSizeF() * 0.85);
    term->setFont(code);
    header->addWidget(term, 1);
    m_reset =
        labelButton(QStringLiteral("reset"), tr("Back to what is derived: %1").arg(name), this);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_context.session.clearDraft(m_place);
        (void)m_context.session.setAnswer(m_place, {});
        m_known = m_context.session.answer(m_place);
        m_editor->showAnswer(m_known);
        takeKeyboard();
    });
    QSizePolicy keeps = m_reset->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keeps);
    header->addWidget(m_reset);
    auto *why = labelButton(QStringLiteral("note"), tr("More about: %1").arg(name), this);
    why->setFocusPolicy(Qt::TabFocus);
    connect(why, &QToolButton::clicked, this, &Field::explain);
    header->addWidget(why);
    layout->addLayout(header);
    layout->addWidget(m_editor);

    auto *below = new QHBoxLayout;
    below->setSpacing(kGrid);
    m_sign = new QLabel(this);
    m_sign->setFixedSize(kSign, kSign);
    below->addWidget(m_sign, 0, Qt::AlignTop);
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    below->addWidget(m_message, 1);
    layout->addLayout(below);
}

bool Field::isWide() const
{
    switch (m_place.question->kind) {
    case Kind::Words:
    case Kind::SshKeys:
    case Kind::Choices:
    case Kind::Image:
    case Kind::Digest:
        return true;
    case Kind::Line:
        return m_place.question->bounds.most > 200;
    default:
        return false;
    }
}

void Field::takeKeyboard()
{
    m_editor->focusTarget()->setFocus(Qt::OtherFocusReason);
}

void Field::take(const Entry &entry)
{
    Session &session = m_context.session;
    const Question &question = *m_place.question;
    const auto set = entry.readable
                       ? session.setAnswer(m_place, entry.value)
                       : std::expected<void, Refusal>(std::unexpected(
                             Refusal{{"This is not a whole number.", "Dette er ikke et heltall."},
                                     {"Write digits only.", "Skriv bare sifre."}}));
    m_known = session.answer(m_place);
    if (set)
        session.clearDraft(m_place);
    else
        session.setDraft(
            m_place, entry.text,
            entry.value.index() == 0 && entry.readable
                ? Refusal{{"An answer is needed here.", "Her trengs et svar."},
                          {std::string(question.help.en), std::string(question.help.nb)}}
                : set.error());
    showMessage();
    showReset();
}

void Field::refresh()
{
    const AnswerValue answer = m_context.session.answer(m_place);
    const Draft *draft = m_context.session.draft(m_place);
    if (draft != nullptr)
        m_editor->showDraft(draft->text);
    else if (answer != m_known || m_editor->focusTarget()->property("wrong").toBool())
        m_editor->showAnswer(answer);
    m_known = answer;
    if (!isSet(answer))
        m_editor->showDerived(m_context.session.effectiveAnswer(m_place));
    showMessage();
    showReset();
}

void Field::showReset()
{
    const bool open = !isSet(defaultOf(m_place.record.type(), *m_place.question));
    m_reset->setVisible(open && !m_place.question->required
                        && m_place.question->kind != Kind::Choice && isSet(m_known));
}

void Field::showMessage()
{
    const Session &session = m_context.session;
    const Draft *draft = session.draft(m_place);
    const Diagnostic *finding = session.findings().at(m_place);
    QString text = say(m_place.question->help);
    const bool wrong = draft != nullptr || finding != nullptr;
    const Severity severity = draft != nullptr   ? Severity::Error
                            : finding != nullptr ? finding->severity
                                                 : Severity::Note;
    if (wrong) {
        const Prose &message = draft != nullptr ? draft->refusal.message : finding->message;
        const Prose &advice = draft != nullptr ? draft->refusal.advice : finding->advice;
        text = say(message) + QLatin1Char(' ') + say(advice);
    }
    const Tone tone = toneOf(severity);
    if (m_message->text() == text && m_messageTone == static_cast<int>(tone))
        return; // asked after every keystroke
    m_messageTone = static_cast<int>(tone);
    if (m_message->text() != text) {
        m_message->setText(text);
        m_editor->focusTarget()->setAccessibleDescription(text);
    }
    setInk(m_message, colour(tone));
    m_sign->setVisible(wrong);
    if (wrong) {
        m_sign->setPixmap(iconOf(severity).pixmap(QSize(kSign, kSign), devicePixelRatioF()));
        m_sign->setToolTip(say(labelOf(severity)));
    }
    m_editor->setWrong(severity == Severity::Error);
}

void Field::keyboardLeft()
{
    // Now the answer is shown as it was understood: "1024Mi" becomes "1Gi".
    if (m_context.session.draft(m_place) == nullptr)
        m_editor->showAnswer(m_context.session.answer(m_place));
}

void Field::explain()
{
    const std::string text = report::explainQuestion(*m_place.question, language());
    QWhatsThis::showText(mapToGlobal(m_editor->geometry().bottomLeft()),
                         QStringLiteral("<pre>%1</pre>").arg(toQString(text).toHtmlEscaped()),
                         this);
}

bool Field::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_context.navigator.noteQuestion(m_place);
    else if (event->type() == QEvent::FocusOut
             && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        keyboardLeft();
    return QWidget::eventFilter(watched, event);
}

void Field::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_message != nullptr) {
        m_messageTone = -1;
        showMessage();
    }
    QWidget::changeEvent(event);
}

} // namespace skanse::ui
