// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/text/artifact.h"
#include "ui/preview/line_marks.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <memory>
#include <string>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace skanse::ui {

class CodeGutter;
class Glow;
class TextSearch;

/// A text to show.
struct CodeText {
    std::string path; ///< another path is another text; the same one is changed line by line
    Syntax syntax = Syntax::Plain;
    std::string_view text;
    std::vector<int> numbers = {}; ///< of the lines, 0 for fillers; empty: 1, 2, 3 ...
};

/// A file to read: coloured, with line numbers and marks. Lines are counted from 1 as they are shown,
/// fillers included.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    /// Keeps what stays: scroll position, selected line, colours. Marks have to be set anew.
    void showText(const CodeText &text);
    void clearText();
    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] int lineCount() const { return document()->blockCount(); }

    void setMarks(Mark mark, std::span<const LineRange> lines);
    [[nodiscard]] bool hasMark(int line, Mark mark) const { return m_marks.has(line, mark); }
    /// Marks lines as changed and lets them glow; `gone` are those above which lines were taken away.
    void showChanged(std::span<const LineRange> lines, std::span<const LineRange> gone);

    /// 0: none.
    [[nodiscard]] int selectedLine() const { return m_selected; }
    void selectLine(int line);
    /// The number beside a shown line; 0 for a filler.
    [[nodiscard]] int numberOf(int line) const;
    [[nodiscard]] int lineOfNumber(int number) const;
    [[nodiscard]] int firstVisibleLine() { return firstVisibleBlock().blockNumber() + 1; }

    [[nodiscard]] TextSearch &search() { return *m_search; }

    /// 1 is the desktop's size.
    void setTextScale(double scale);
    void setWrapped(bool wrapped);

signals:
    /// By a person or by selectLine(); 0 for none. Not when a line only moved.
    void lineSelected(int line);
    void zoomWanted(int steps);
    /// The text is another one now, or the same one changed.
    void textShown();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    friend class CodeGutter;

    void replaceAll(const CodeText &text);
    void patch(std::string_view text);
    void placeCursor(int line);
    void noteSelection(int line);
    void applyTheme();
    void layoutGutter();
    void updateGlow();
    /// Paints these lines again; ascending.
    void updateLines(const std::vector<int> &lines);
    /// Calls `visit(line, top, height)` for each line that is in sight.
    template <class Visit> void forVisible(Visit &&visit) const;
    [[nodiscard]] QColor backgroundOf(int line, double glow) const;

    std::string m_path;
    std::string m_text; ///< what the document holds
    std::vector<int> m_numbers;
    LineMarks m_marks;
    int m_selected = 0;
    bool m_changing = false; ///< the cursor moves because the text does
    CodeGutter *m_gutter;
    Glow *m_glow;
    TextSearch *m_search;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
};

} // namespace skanse::ui
