// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/file_stage.h"

#include "ui/preview/code_view.h"
#include "ui/preview/compare_view.h"
#include "ui/text/language.h"

#include <QScrollBar>

#include <utility>

namespace skanse::ui {

namespace {

const Artifact *artifactIn(const ResultPtr &result, const QString &path)
{
    return result ? result->outcome.bundle.find(toUtf8(path)) : nullptr;
}

/// Where controls begin, and their further lines.
void markControls(CodeView &view, const Artifact &artifact)
{
    std::vector<LineRange> first;
    std::vector<LineRange> rest;
    for (const Span &span : artifact.spans) {
        if (span.origin.controls.empty())
            continue;
        first.push_back({span.firstLine, span.firstLine});
        if (span.lastLine > span.firstLine)
            rest.push_back({span.firstLine + 1, span.lastLine});
    }
    view.setMarks(Mark::Control, first);
    view.setMarks(Mark::ControlRest, rest);
}

} // namespace

FileStage::FileStage(QWidget *parent)
    : QStackedWidget(parent)
    , m_code(new CodeView)
    , m_compare(new CompareView)
    , m_attended(m_code)
{
    setObjectName(QStringLiteral("fileStage"));
    m_code->setObjectName(QStringLiteral("codeView"));
    m_code->setMinimumWidth(30 * 4);
    addWidget(m_code);
    addWidget(m_compare);
    follow(*m_code);
    follow(m_compare->left());
    follow(m_compare->right());
}

void FileStage::follow(CodeView &view)
{
    connect(&view, &CodeView::lineSelected, this, [this, &view] {
        attend(view);
        emit lineSelected();
    });
    connect(&view, &CodeView::zoomWanted, this, &FileStage::zoomWanted);
}

void FileStage::attend(CodeView &view)
{
    if (&view == m_attended)
        return;
    m_attended = &view;
    emit viewChanged();
}

void FileStage::setResults(const ResultPtr &now, const ResultPtr &before)
{
    m_now = now;
    m_before = before;
    if (!before)
        m_stays.clear(); // other work
}

void FileStage::setComparison(Comparison::With with, const ResultPtr &other)
{
    const bool switched =
        (with == Comparison::With::Nothing) != (m_with == Comparison::With::Nothing);
    m_with = with;
    m_other = other;
    if (!switched)
        return;
    const bool alone = with == Comparison::With::Nothing;
    const int number = selectedLine();
    attend(alone ? *m_code : m_compare->right());
    setCurrentIndex(alone ? 0 : 1);
    if (!m_path.isEmpty())
        showFile(m_path, number);
}

void FileStage::showFile(const QString &path, int line)
{
    const bool another = path != m_path;
    if (another)
        m_wanted = 0;
    if (another && !m_code->path().empty())
        m_stays.insert(m_path, {m_code->selectedLine(), m_code->verticalScrollBar()->value()});
    m_path = path;
    if (m_with != Comparison::With::Nothing)
        showCompared();
    else if (const Artifact *artifact = artifactIn(m_now, path))
        showAlone(*artifact);
    if (another && line == 0 && m_with == Comparison::With::Nothing)
        if (const auto stay = m_stays.constFind(path); stay != m_stays.cend()) {
            m_code->selectLine(stay->line);
            m_code->verticalScrollBar()->setValue(stay->scrolled);
        }
    if (line > 0)
        m_wanted = line;
    CodeView &view = *m_attended;
    if (m_wanted > 0 && !view.path().empty())
        view.selectLine(view.lineOfNumber(std::exchange(m_wanted, 0)));
    emit lineSelected();
}

void FileStage::showAlone(const Artifact &artifact)
{
    const bool another = m_code->path() != artifact.path;
    m_code->setAccessibleName(toQString(artifact.path));
    m_code->showText({artifact.path, artifact.syntax, artifact.text});
    markControls(*m_code, artifact);
    if (another || m_changesOf != m_now)
        showChanges(artifact);
    m_changesOf = m_now;
    markTrace();
}

void FileStage::showChanges(const Artifact &artifact)
{
    std::vector<LineRange> lines;
    std::vector<LineRange> gone;
    const Artifact *before = artifactIn(m_before, toQString(artifact.path));
    if (before != nullptr) {
        LineNumbering numbering;
        const auto old = numbering.idsOf(before->text, m_before->outcome.stamp.fingerprint);
        const auto now = numbering.idsOf(artifact.text, m_now->outcome.stamp.fingerprint);
        for (const Hunk &hunk : lineEdits(old, now)) {
            if (hunk.added > 0)
                lines.push_back({hunk.after + 1, hunk.after + hunk.added});
            else
                gone.push_back({hunk.after + 1, hunk.after + 1});
        }
    }
    m_code->showChanged(lines, gone);
}

void FileStage::showCompared()
{
    if (!m_other) {
        m_compare->showMessage(tr("The files to compare with are being made."));
        return;
    }
    if (m_other->outcome.bundle.artifacts.empty()) {
        m_compare->showMessage(tr("The answers to compare with do not fit together yet, so they "
                                  "give no files."));
        return;
    }
    const QString name =
        m_with == Comparison::With::Saved ? tr("The saved profile") : tr("Without hardening");
    m_compare->showFiles(toUtf8(m_path), name, m_other.get(), m_now.get());
}

void FileStage::setTrace(const std::vector<TracedFile> &trace)
{
    m_trace.clear();
    for (const TracedFile &file : trace)
        m_trace.insert(toQString(file.artifact->path), file.lines);
    markTrace();
}

void FileStage::markTrace()
{
    m_code->setMarks(Mark::Question, m_trace.value(m_path));
}

int FileStage::selectedLine() const
{
    return m_attended->selectedLine() == 0 ? 0 : m_attended->numberOf(m_attended->selectedLine());
}

int FileStage::lineCount() const
{
    const bool isLeft = m_attended == &m_compare->left();
    const Artifact *artifact = artifactIn(isLeft ? m_other : m_now, m_path);
    return artifact == nullptr ? 0 : static_cast<int>(linesOf(artifact->text).size());
}

LineExplanation FileStage::explanation(const Answers &answers) const
{
    const ResultPtr &result = m_attended == &m_compare->left() ? m_other : m_now;
    const Artifact *artifact = artifactIn(result, m_path);
    const int line = selectedLine();
    return artifact == nullptr || line == 0 ? LineExplanation{}
                                            : explainLine(*result, *artifact, line, answers);
}

void FileStage::setTextScale(double scale)
{
    for (CodeView *view : {m_code, &m_compare->left(), &m_compare->right()})
        view->setTextScale(scale);
}

void FileStage::setWrapped(bool wrapped)
{
    m_code->setWrapped(wrapped);
}

} // namespace skanse::ui
