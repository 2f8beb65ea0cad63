// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/record_path.h"
#include "ui/session/engine_runner.h"
#include "ui/session/findings.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <expected>
#include <functional>
#include <map>
#include <string>

namespace skanse::ui {

/// Text in a field that is not an answer yet. It is kept, so that nothing typed is lost by going elsewhere.
struct Draft {
    AnswerPlace place;
    QString text;
    Refusal refusal;
};

/// What is being edited: the answers with undo and redo, the file they belong to, and the engine's newest
/// result. Every view shows a session and changes it through these functions only.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);

    // --- answers
    [[nodiscard]] const Answers &answers() const { return m_answers; }
    [[nodiscard]] AnswerValue answer(const AnswerPlace &place) const;
    /// Checks and sets. Edits of the same answer in a row are one step of undo. A refused value changes
    /// nothing.
    std::expected<void, Refusal> setAnswer(const AnswerPlace &place, const AnswerValue &value);
    /// One step of undo named `what`; says nothing when `change` changes nothing.
    void edit(const QString &what, const std::function<void(Answers &)> &change);

    // --- items of a list; each is one step of undo
    /// `prepare` fills the new record, which starts with its type's defaults. Returns its number.
    std::size_t addItem(const RecordPath &record, const Question &list,
                        const std::function<void(void *)> &prepare = {});
    /// The copy gets a name of its own and stands right behind. Returns its number.
    std::size_t duplicateItem(const RecordPath &record, const Question &list, std::size_t index);
    void removeItem(const RecordPath &record, const Question &list, std::size_t index);
    void moveItem(const RecordPath &record, const Question &list, std::size_t from, std::size_t to);

    // --- drafts
    void setDraft(const AnswerPlace &place, const QString &text, const Refusal &refusal);
    void clearDraft(const AnswerPlace &place);
    [[nodiscard]] const Draft *draft(const AnswerPlace &place) const;
    [[nodiscard]] const std::map<std::string, Draft> &drafts() const { return m_drafts; }

    QUndoStack &undoStack() { return m_undo; }

    // --- file
    /// Empty for a profile that has never been saved.
    [[nodiscard]] const QString &filePath() const { return m_filePath; }
    /// "web-shop.skanse.yaml", or the name of the workload.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] bool isModified() const;
    /// The answers as they are in the file; as they were at the start for a new profile.
    [[nodiscard]] const Answers &savedAnswers() const { return m_savedAnswers; }

    /// Replaces everything. `filePath` may be empty.
    void start(Answers answers, const QString &filePath = {});
    /// As start(), but counts as not saved: recovered work, or a file that could be read in part only.
    void startUnsaved(Answers answers, const QString &filePath = {});
    /// Reads a profile. Refused with what is wrong, and nothing is changed, when it cannot be read.
    std::expected<void, Diagnostics> open(const QString &filePath);
    /// Writes atomically. Comments at the top of the file that was opened are kept.
    std::expected<void, Refusal> save(const QString &filePath);

    // --- evidence
    /// What lies in the folder “evidence” beside the file; never null.
    [[nodiscard]] const EvidencePtr &evidence() const { return m_evidence; }
    /// Reads the folder again.
    void reloadEvidence();
    /// Copies a results file into the folder and reads it again. Refused, and nothing is copied, when the
    /// profile has no file yet or the results cannot be read. Gives the name it got there.
    std::expected<QString, Refusal> addEvidence(const QString &filePath);

    // --- engine
    /// The newest result; it may hold errors and then no bundle. Never null.
    [[nodiscard]] const ResultPtr &result() const { return m_result; }
    /// The newest result that has a bundle; never null, but its bundle is empty when there was none yet.
    [[nodiscard]] const ResultPtr &shown() const { return m_shown; }
    /// What the newest result says is wrong or open.
    [[nodiscard]] const Findings &findings() const { return m_findings; }
    /// True while the newest answers are being worked on.
    [[nodiscard]] bool isPending() const { return m_pending; }

    /// For one answer, as the plan understood it: the answer itself or what was derived.
    [[nodiscard]] AnswerValue effectiveAnswer(const AnswerPlace &place) const;

signals:
    /// After every change of an answer, undo and redo included.
    void answersChanged();
    /// Records came, went or moved: numbers in places mean something else now. Follows answersChanged().
    void structureChanged();
    void draftsChanged();
    void evidenceChanged();
    /// A new result is there.
    void resultChanged();
    /// Another file, another name, or saved and unsaved.
    void fileChanged();
    /// start(), startUnsaved() and open(): everything is new.
    void restarted();

private:
    class Change;
    void replaceAnswers(const Answers &answers);
    /// Drafts follow the items of a list to their new numbers; without one they go.
    using Renumber = std::function<std::optional<std::size_t>(std::size_t)>;
    void editItems(const QString &what, const RecordPath &record, const Question &list,
                   const std::function<void(void *)> &change, const Renumber &renumber);
    void push(const QString &what, Answers after, const std::string &key);
    void begin(Answers answers, const QString &filePath, bool saved);
    void take(const ResultPtr &result);

    Answers m_answers;
    Answers m_savedAnswers;
    bool m_neverSaved = false; ///< the content exists nowhere as a file
    std::map<std::string, Draft> m_drafts;
    QString m_filePath;
    QUndoStack m_undo;
    EvidencePtr m_evidence;
    EngineRunner m_engine;
    ResultPtr m_result;
    ResultPtr m_shown;
    Findings m_findings;
    bool m_pending = false;
    bool m_keepDrafts = false; ///< while items are edited, which takes the drafts along
};

/// Whether both have the same records in the same order, whatever their answers.
bool sameStructure(const Answers &left, const Answers &right);

} // namespace skanse::ui
