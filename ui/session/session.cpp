// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/session/session.h"

#include "ui/session/evidence_folder.h"
#include "ui/session/profile_file.h"
#include "ui/session/rename_service.h"
#include "ui/session/unique_name.h"
#include "ui/text/language.h"

#include <QFileInfo>

namespace skanse::ui {

namespace {

constexpr int kSameAnswer = 1; ///< QUndoCommand::id of changes that may be joined

bool sameShape(const RecordType &type, const void *left, const void *right)
{
    for (const Question &question : type.questions) {
        const Access &access = question.access;
        if (question.kind == Kind::Group
            && !sameShape(*question.items, access.child(left), access.child(right)))
            return false;
        if (question.kind != Kind::Items)
            continue;
        if (access.count(left) != access.count(right))
            return false;
        for (std::size_t i = 0; i < access.count(left); ++i)
            if (!sameShape(*question.items, access.at(left, i), access.at(right, i)))
                return false;
    }
    return true;
}

} // namespace

bool sameStructure(const Answers &left, const Answers &right)
{
    return sameShape(answersType(), &left, &right);
}

/// Answers are small values, so a step of undo holds both states whole.
class Session::Change : public QUndoCommand
{
public:
    Change(Session &session, const QString &what, Answers after, std::string key)
        : QUndoCommand(what)
        , m_session(session)
        , m_before(session.m_answers)
        , m_after(std::move(after))
        , m_key(std::move(key))
    {
    }

    void undo() override { m_session.replaceAnswers(m_before); }
    void redo() override { m_session.replaceAnswers(m_after); }
    [[nodiscard]] int id() const override { return m_key.empty() ? -1 : kSameAnswer; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *other = static_cast<const Change *>(next); // ids are the same, so it is one
        if (other->m_key != m_key)
            return false;
        m_after = other->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Session &m_session;
    Answers m_before;
    Answers m_after;
    std::string m_key; ///< of the one answer it changes; empty for other changes
};

Session::Session(QObject *parent)
    : QObject(parent)
    , m_evidence(std::make_shared<const Evidence>())
    , m_result(std::make_shared<Result>())
    , m_shown(m_result)
{
    connect(&m_engine, &EngineRunner::finished, this, &Session::take);
    connect(&m_undo, &QUndoStack::indexChanged, this, &Session::fileChanged);
}

AnswerValue Session::answer(const AnswerPlace &place) const
{
    const void *record = place.record.in(m_answers);
    return record == nullptr || place.question->access.get == nullptr
             ? AnswerValue{}
             : place.question->access.get(record);
}

AnswerValue Session::effectiveAnswer(const AnswerPlace &place) const
{
    const void *record = place.record.in(m_shown->effective);
    return record == nullptr || place.question->access.get == nullptr
             ? AnswerValue{}
             : place.question->access.get(record);
}

std::expected<void, Refusal> Session::setAnswer(const AnswerPlace &place, const AnswerValue &value)
{
    // An answer that is not given is the default, unless there must be one.
    if (isSet(value) || place.question->required) {
        if (auto fine = check(*place.question, value); !fine)
            return fine;
    }
    Answers after = m_answers;
    void *record = place.record.in(after);
    if (record == nullptr)
        return {};
    if (auto done = place.question->access.set(record, value); !done)
        return done;
    if (const int service = place.record.service();
        service >= 0 && place.record == servicePath(static_cast<std::size_t>(service))) {
        const auto index = static_cast<std::size_t>(service);
        followName(after, index, m_answers.services[index].name);
    }
    push(say(place.question->label), std::move(after), keyOf(place));
    return {};
}

void Session::edit(const QString &what, const std::function<void(Answers &)> &change)
{
    Answers after = m_answers;
    change(after);
    push(what, std::move(after), {});
}

std::size_t Session::addItem(const RecordPath &record, const Question &list,
                             const std::function<void(void *)> &prepare)
{
    std::size_t index = 0;
    editItems(
        tr("Add: %1").arg(say(list.label)), record, list,
        [&](void *target) {
            index = list.access.count(target);
            void *item = list.access.append(target);
            if (prepare)
                prepare(item);
        },
        [](std::size_t old) { return old; });
    return index;
}

std::size_t Session::duplicateItem(const RecordPath &record, const Question &list,
                                   std::size_t index)
{
    editItems(
        tr("Duplicate: %1").arg(say(list.label)), record, list,
        [&](void *target) {
            list.access.duplicate(target, index);
            makeUnique(list, target, index + 1);
        },
        [&](std::size_t old) { return old > index ? old + 1 : old; });
    return index + 1;
}

void Session::removeItem(const RecordPath &record, const Question &list, std::size_t index)
{
    editItems(
        tr("Remove: %1").arg(say(list.label)), record, list,
        [&](void *target) { list.access.remove(target, index); },
        [&](std::size_t old) -> std::optional<std::size_t> {
            if (old == index)
                return std::nullopt;
            return old > index ? old - 1 : old;
        });
}

void Session::moveItem(const RecordPath &record, const Question &list, std::size_t from,
                       std::size_t to)
{
    editItems(
        tr("Move: %1").arg(say(list.label)), record, list,
        [&](void *target) { list.access.move(target, from, to); },
        [&](std::size_t old) {
            if (old == from)
                return to;
            if (from < old && old <= to)
                return old - 1;
            return to <= old && old < from ? old + 1 : old;
        });
}

void Session::editItems(const QString &what, const RecordPath &record, const Question &list,
                        const std::function<void(void *)> &change, const Renumber &renumber)
{
    std::map<std::string, Draft> drafts;
    const std::size_t depth = record.steps().size();
    for (auto &[key, draft] : m_drafts) {
        Draft moved = draft;
        if (draft.place.record.isBelow(record, list)) {
            const auto number = renumber(draft.place.record.steps()[depth].index);
            if (!number)
                continue;
            moved.place.record = draft.place.record.renumbered(depth, *number);
        }
        drafts.emplace(keyOf(moved.place), std::move(moved));
    }
    m_drafts = std::move(drafts);
    m_keepDrafts = true;
    edit(what, [&](Answers &answers) { change(record.in(answers)); });
    m_keepDrafts = false;
    emit draftsChanged();
}

void Session::setDraft(const AnswerPlace &place, const QString &text, const Refusal &refusal)
{
    m_drafts.insert_or_assign(keyOf(place), Draft{place, text, refusal});
    emit draftsChanged();
}

void Session::clearDraft(const AnswerPlace &place)
{
    if (m_drafts.erase(keyOf(place)) > 0)
        emit draftsChanged();
}

const Draft *Session::draft(const AnswerPlace &place) const
{
    const auto found = m_drafts.find(keyOf(place));
    return found == m_drafts.end() ? nullptr : &found->second;
}

QString Session::displayName() const
{
    if (!m_filePath.isEmpty())
        return QFileInfo(m_filePath).fileName();
    return m_answers.workload.name.empty() ? tr("New profile") : toQString(m_answers.workload.name);
}

bool Session::isModified() const
{
    return m_neverSaved || m_answers != m_savedAnswers || !m_drafts.empty();
}

void Session::start(Answers answers, const QString &filePath)
{
    begin(std::move(answers), filePath, true);
}

void Session::startUnsaved(Answers answers, const QString &filePath)
{
    begin(std::move(answers), filePath, false);
}

std::expected<void, Diagnostics> Session::open(const QString &filePath)
{
    ReadResult read = readProfileFile(filePath);
    if (!read.profile)
        return std::unexpected(std::move(read.diagnostics));
    start(std::move(read.profile->answers), filePath);
    return {};
}

std::expected<void, Refusal> Session::save(const QString &filePath)
{
    if (auto written = writeProfileFile(filePath, m_answers, m_filePath); !written)
        return written;
    const bool moved = m_filePath != filePath;
    m_filePath = filePath;
    m_savedAnswers = m_answers;
    m_neverSaved = false;
    if (moved)
        reloadEvidence(); // another place has another folder beside it
    emit fileChanged();
    return {};
}

void Session::reloadEvidence()
{
    m_evidence = readEvidenceBeside(m_filePath);
    m_pending = true;
    m_engine.request(m_answers, m_evidence);
    emit evidenceChanged();
}

std::expected<QString, Refusal> Session::addEvidence(const QString &filePath)
{
    auto added = copyEvidence(filePath, m_filePath);
    if (added)
        reloadEvidence();
    return added;
}

void Session::begin(Answers answers, const QString &filePath, bool saved)
{
    m_undo.clear();
    m_drafts.clear();
    m_filePath = filePath;
    m_evidence = readEvidenceBeside(m_filePath);
    m_neverSaved = !saved;
    m_savedAnswers = answers;
    m_result = std::make_shared<Result>();
    m_shown = m_result;
    m_findings = {};
    m_answers = std::move(answers);
    m_pending = true;
    m_engine.request(m_answers, m_evidence);
    emit draftsChanged();
    emit evidenceChanged();
    emit restarted();
    emit fileChanged();
}

void Session::push(const QString &what, Answers after, const std::string &key)
{
    if (after != m_answers)
        m_undo.push(new Change(*this, what, std::move(after), key));
}

void Session::replaceAnswers(const Answers &answers)
{
    if (answers == m_answers)
        return;
    const bool moved = !sameStructure(answers, m_answers);
    m_answers = answers;
    m_pending = true;
    m_engine.request(m_answers, m_evidence);
    if (moved && !m_keepDrafts && !m_drafts.empty()) {
        m_drafts.clear(); // their places mean something else now
        emit draftsChanged();
    }
    emit answersChanged();
    if (moved)
        emit structureChanged();
}

void Session::take(const ResultPtr &result)
{
    m_pending = false;
    m_result = result;
    m_findings = Findings(m_answers, result->outcome.diagnostics);
    if (!result->outcome.bundle.artifacts.empty() || m_shown->outcome.bundle.artifacts.empty())
        m_shown = result;
    emit resultChanged();
}

} // namespace skanse::ui
