// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/window/command_palette.h"

#include "core/catalogue/catalogue.h"
#include "core/report/question_words.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kWay = Qt::UserRole;       ///< index in m_ways
constexpr int kWords = Qt::UserRole + 1; ///< what is searched
constexpr int kTitle = Qt::UserRole + 2; ///< the title alone, case folded
constexpr int kWidth = 150 * kGrid;
constexpr int kHeight = 90 * kGrid;

/// Finds entries that hold every word, in any order.
class AllWords : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// The more of the words are in the title, the earlier an entry comes.
    void look(const QString &text)
    {
        static const QRegularExpression kSpaces(QStringLiteral("\\s+"));
        m_words = text.toCaseFolded().split(kSpaces, Qt::SkipEmptyParts);
        invalidate();
        sort(0);
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString in = sourceModel()->index(row, 0, parent).data(kWords).toString();
        return std::ranges::all_of(m_words, [&](const QString &word) { return in.contains(word); });
    }

    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const int leftRank = rank(left);
        const int rightRank = rank(right);
        return leftRank != rightRank ? leftRank < rightRank : left.row() < right.row();
    }

private:
    [[nodiscard]] int rank(const QModelIndex &index) const
    {
        const QString title = index.data(kTitle).toString();
        const auto elsewhere = std::ranges::count_if(
            m_words, [&](const QString &word) { return !title.contains(word); });
        const bool begins = m_words.isEmpty() || title.startsWith(m_words.front());
        return static_cast<int>(2 * elsewhere) + (begins ? 0 : 1);
    }

    QStringList m_words;
};

} // namespace

CommandPalette::CommandPalette(const Context &context, QList<QAction *> actions,
                               std::function<void(ControlId)> showControl, QWidget *window)
    : QFrame(window)
    , m_context(context)
    , m_actions(std::move(actions))
    , m_showControl(std::move(showControl))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_found(new AllWords(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find anything"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setPlaceholderText(tr("Question, control, file or action"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->setClearButtonEnabled(true);
    layout->addWidget(m_line);
    m_found->setSourceModel(m_model);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_found);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(m_list);
    m_line->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::add(const QString &iconName, const QString &text, const QString &kind,
                         const QString &alsoFoundBy, std::function<void()> go)
{
    auto *item = new QStandardItem(icon(iconName), QStringLiteral("%1   —   %2").arg(text, kind));
    item->setData(static_cast<int>(m_ways.size()), kWay);
    item->setData(
        QString(text + QLatin1Char(' ') + kind + QLatin1Char(' ') + alsoFoundBy).toCaseFolded(),
        kWords);
    item->setData(text.toCaseFolded(), kTitle);
    item->setEditable(false);
    m_model->appendRow(item);
    m_ways.append(std::move(go));
}

void CommandPalette::collect()
{
    m_model->clear();
    m_ways.clear();
    Session &session = m_context.session;
    Navigator &navigator = m_context.navigator;
    for (QAction *action : m_actions)
        if (action->isEnabled())
            add(QStringLiteral("right"), action->iconText(), tr("action"),
                action->shortcut().toString(), [action] { action->trigger(); });
    for (const Step step : kSteps)
        add(QStringLiteral("goto"), titleOf(step), tr("step"), {},
            [&navigator, step] { navigator.goTo(step); });
    const auto &services = session.answers().services;
    for (std::size_t i = 0; i < services.size(); ++i)
        add(QStringLiteral("service"), toQString(services[i].name), tr("service"),
            toQString(services[i].preset), [&navigator, i] {
                navigator.selectService(i);
                navigator.goTo(Step::Services);
            });
    for (const Question *question : allQuestions())
        add(QStringLiteral("note"), say(question->label),
            tr("question in %1").arg(titleOf(stepOf(question->page))),
            toQString(question->id) + QLatin1Char(' ') + say(question->help),
            [&session, &navigator, question] {
                const auto service = static_cast<int>(navigator.service());
                AnswerPlace place = placeOf(session.answers(), question->id, service);
                navigator.jumpTo(place);
            });
    for (const Control *control : catalogue().controlsInOrder())
        add(QStringLiteral("shield"), say(control->title), tr("control"),
            toQString(toString(control->id)), [this, id = control->id] { m_showControl(id); });
    for (const Artifact &artifact : session.shown()->outcome.bundle.artifacts)
        add(QStringLiteral("file"), toQString(artifact.path), tr("file"), {},
            [&navigator, path = toQString(artifact.path)] { navigator.showArtifact(path); });
}

void CommandPalette::popUp()
{
    m_focusBefore = window()->focusWidget();
    collect();
    const QSize room = parentWidget()->size();
    const QSize size(std::min(kWidth, room.width() - 8 * kGrid),
                     std::min(kHeight, room.height() - 16 * kGrid));
    setGeometry(QRect(QPoint((room.width() - size.width()) / 2, 8 * kGrid), size));
    m_line->clear();
    filter({});
    show();
    raise();
    m_line->setFocus();
}

void CommandPalette::filter(const QString &text)
{
    static_cast<AllWords *>(m_found)->look(text);
    m_list->setCurrentIndex(m_found->index(0, 0));
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int way = index.data(kWay).toInt();
    leave();
    // A copy: going there may collect anew.
    const auto go = m_ways.at(way);
    go();
}

void CommandPalette::leave()
{
    hide();
    if (m_focusBefore != nullptr)
        m_focusBefore->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !isAncestorOf(window()->focusWidget())) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            leave();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run(m_list->currentIndex());
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down: {
            const int row = m_list->currentIndex().row() + (key->key() == Qt::Key_Up ? -1 : 1);
            if (m_found->hasIndex(row, 0))
                m_list->setCurrentIndex(m_found->index(row, 0));
            return true;
        }
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace skanse::ui
