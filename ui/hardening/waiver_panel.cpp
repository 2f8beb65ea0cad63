// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/hardening/waiver_panel.h"

#include "core/render/labels.h"
#include "ui/hardening/diff_view.h"
#include "ui/review/roomy_delegate.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kRest = 250; ///< milliseconds without typing before the preview is made
constexpr int kMostRows = 5;

const Question &reasonQuestion()
{
    static const Question &kQuestion = *findQuestion("service.waiver.reason");
    return kQuestion;
}

QLabel *makeText(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(20 * kGrid);
    return label;
}

QLabel *makeCaption(const QString &text)
{
    auto *label = makeText(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QString newsText(const Diagnostics &news)
{
    QStringList lines;
    for (const Diagnostic &diagnostic : news) {
        QString line = QStringLiteral("%1: %2").arg(say(labelOf(diagnostic.severity)),
                                                    say(diagnostic.message));
        if (!diagnostic.advice.empty())
            line += QLatin1Char(' ') + say(diagnostic.advice);
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WaiverPanel::WaiverPanel(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_title(makeCaption({}))
    , m_servicesLabel(makeCaption(tr("&For")))
    , m_services(new QListWidget)
    , m_reason(new QLineEdit)
    , m_message(makeText())
    , m_lost(makeText())
    , m_diff(new DiffView)
    , m_news(makeText())
    , m_confirm(new QPushButton(icon(QStringLiteral("shield-off")), {}))
{
    setObjectName(QStringLiteral("waiver-panel"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    m_servicesLabel->setTextFormat(Qt::AutoText);
    m_servicesLabel->setBuddy(m_services);
    m_services->setObjectName(QStringLiteral("waiver-services"));
    m_services->setAccessibleName(tr("Services for which the control is switched off"));
    m_services->setItemDelegate(new RoomyDelegate(m_services));
    m_services->setMinimumWidth(20 * kGrid);
    m_reason->setObjectName(QStringLiteral("waiver-reason"));
    m_reason->setAccessibleName(say(reasonQuestion().label));
    m_reason->setAccessibleDescription(say(reasonQuestion().help));
    m_reason->setPlaceholderText(say(reasonQuestion().help));
    m_message->setObjectName(QStringLiteral("waiver-message"));
    m_lost->setObjectName(QStringLiteral("waiver-lost"));
    m_news->setObjectName(QStringLiteral("waiver-news"));
    m_confirm->setObjectName(QStringLiteral("waiver-confirm"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("waiver-cancel"));
    auto *reasonLabel = makeCaption(tr("&Reason (it stands in the files and in the report)"));
    reasonLabel->setTextFormat(Qt::AutoText);
    reasonLabel->setBuddy(m_reason);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_confirm);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(kGrid);
    layout->addWidget(m_title);
    layout->addSpacing(kGrid);
    layout->addWidget(m_servicesLabel);
    layout->addWidget(m_services);
    layout->addWidget(reasonLabel);
    layout->addWidget(m_reason);
    layout->addWidget(m_message);
    layout->addSpacing(kGrid);
    layout->addWidget(makeCaption(tr("What is lost")));
    layout->addWidget(m_lost);
    layout->addSpacing(kGrid);
    layout->addWidget(makeCaption(tr("What changes in the files")));
    layout->addWidget(m_diff);
    layout->addWidget(m_news);
    layout->addSpacing(kGrid);
    layout->addLayout(buttons);

    m_delay.setSingleShot(true);
    m_delay.setInterval(kRest);
    connect(&m_delay, &QTimer::timeout, this, &WaiverPanel::preview);
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        validate(false);
        m_delay.start();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &WaiverPanel::confirm);
    connect(m_services, &QListWidget::itemChanged, this, [this] {
        validate(false);
        m_delay.start();
    });
    connect(m_confirm, &QPushButton::clicked, this, &WaiverPanel::confirm);
    connect(cancel, &QPushButton::clicked, this, &WaiverPanel::close);
    // What the preview compares with has changed.
    connect(&m_session, &Session::resultChanged, this, [this] {
        if (m_open)
            m_delay.start();
    });
    tint();
    setVisible(false);
}

void WaiverPanel::open(const ControlStates &states, int service)
{
    const Control &control = *states.control;
    m_change.control = control.id;
    const Waiver *waiver = service < 0 ? nullptr
                                       : findWaiver(m_session.answers(), control.id,
                                                    static_cast<std::size_t>(service));
    const bool isChange = waiver != nullptr;
    m_title->setText(
        (isChange ? tr("Change the reason: %1") : tr("Switch off: %1")).arg(say(control.title)));
    m_confirm->setText(isChange ? tr("Keep the new reason") : tr("Switch off"));
    m_reason->setText(isChange ? toQString(waiver->reason) : QString());
    m_lost->setText(say(control.residual) + QLatin1Char('\n') + say(control.threat));
    m_news->clear();
    m_news->setVisible(false);
    m_diff->showNote(tr("Working it out…"));
    m_open = true;
    fillServices(states, service);
    validate(false);
    setVisible(true);
    m_delay.stop();
    preview();
    m_reason->setFocus(Qt::OtherFocusReason);
    emit opened();
}

void WaiverPanel::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_delay.stop();
    m_job.forget();
    setVisible(false);
    emit closed();
}

/// Services to choose from: where it is applied; for a change of the reason, where it is waived.
void WaiverPanel::fillServices(const ControlStates &states, int service)
{
    const SubjectState *chosen = states.of(service);
    const DecisionState wanted = chosen != nullptr && chosen->state == DecisionState::Waived
                                   ? DecisionState::Waived
                                   : DecisionState::Applied;
    m_services->blockSignals(true);
    m_services->clear();
    for (const SubjectState &subject : states.subjects) {
        if (subject.state != wanted || subject.generated)
            continue;
        if (wanted == DecisionState::Waived && subject.service != service)
            continue;
        auto *item = new QListWidgetItem(subject.name, m_services);
        item->setData(Qt::UserRole, subject.service);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(subject.service == service ? Qt::Checked : Qt::Unchecked);
        if (subject.service == service || m_services->count() == 1)
            m_services->setCurrentItem(item);
    }
    if (m_services->count() == 1)
        m_services->item(0)->setCheckState(Qt::Checked);
    m_services->blockSignals(false);
    const int rows = std::clamp(m_services->count(), 1, kMostRows);
    m_services->setFixedHeight(rows * m_services->sizeHintForRow(0) + 2 * m_services->frameWidth());
    const bool isChoice = wanted == DecisionState::Applied;
    m_servicesLabel->setVisible(isChoice);
    m_services->setVisible(isChoice);
    if (!isChoice && chosen != nullptr)
        m_title->setText(m_title->text() + QStringLiteral(" (%1)").arg(chosen->name));
}

void WaiverPanel::readFields()
{
    m_change.reason = toUtf8(m_reason->text().trimmed());
    m_change.services.clear();
    for (int i = 0; i < m_services->count(); ++i)
        if (m_services->item(i)->checkState() == Qt::Checked)
            m_change.services.insert(
                static_cast<std::size_t>(m_services->item(i)->data(Qt::UserRole).toInt()));
}

/// An empty field is a mistake only when somebody wants to go on.
void WaiverPanel::validate(bool complete)
{
    readFields();
    QString message;
    const auto fine = check(reasonQuestion(), m_change.reason);
    const bool isEmpty = m_change.reason.empty();
    const bool reasonIsWrong = !fine && (complete || !isEmpty);
    if (reasonIsWrong && isEmpty)
        message = tr("A reason is needed: it stands in the files and in the report.");
    else if (reasonIsWrong)
        message = say(fine.error().message)
                + (fine.error().advice.empty() ? QString()
                                               : QLatin1Char(' ') + say(fine.error().advice));
    else if (m_change.services.empty() && (complete || !isEmpty))
        message = tr("Choose at least one service.");
    m_reason->setProperty("wrong", reasonIsWrong);
    m_reason->style()->unpolish(m_reason);
    m_reason->style()->polish(m_reason);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void WaiverPanel::preview()
{
    if (!m_open)
        return;
    readFields();
    if (m_change.services.empty()) {
        m_job.forget();
        m_news->setVisible(false);
        m_diff->showNote(tr("Choose a service to see what changes."));
        return;
    }
    const ResultPtr before = m_session.result();
    if (m_session.isPending())
        return; // the result on its way asks again
    if (before->outcome.failed() || before->outcome.bundle.artifacts.empty()) {
        m_job.forget();
        m_diff->showNote(tr("There are no files to compare while other answers have errors."));
        return;
    }
    WaiverChange change = m_change;
    if (!check(reasonQuestion(), change.reason))
        change.reason = toUtf8(tr("(your reason)"));
    m_job.request(
        [this, before, after = change.applied(m_session.answers())]() -> NewestJob::Delivery {
            auto changes = std::make_shared<BundleChanges>(bundleChanges(before, after));
            return [this, changes] { take(*changes); };
        });
}

void WaiverPanel::take(const BundleChanges &changes)
{
    if (!m_open)
        return;
    if (changes.failed)
        m_diff->showNote(tr("With this, no files can be made:"));
    else
        m_diff->show(changes);
    m_news->setText(newsText(changes.news));
    m_news->setVisible(!changes.news.empty());
}

void WaiverPanel::confirm()
{
    validate(true);
    if (!check(reasonQuestion(), m_change.reason)) {
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_change.services.empty()) {
        m_services->setFocus(Qt::OtherFocusReason);
        return;
    }
    const WaiverChange change = m_change;
    close();
    change.make(m_session);
}

void WaiverPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void WaiverPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

/// A card above the page.
void WaiverPanel::tint()
{
    QPalette card;
    card.setColor(QPalette::Window, colour(Tone::Raised));
    if (palette().color(QPalette::Window) != colour(Tone::Raised))
        setPalette(card);
    const auto text = [](QLabel *label, Tone tone) {
        QPalette own;
        own.setColor(QPalette::WindowText, colour(tone));
        label->setPalette(own);
    };
    text(m_message, Tone::Bad);
    text(m_news, Tone::Caution);
}

} // namespace skanse::ui
