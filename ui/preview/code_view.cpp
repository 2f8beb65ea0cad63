// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/preview/code_view.h"

#include "ui/preview/code_gutter.h"
#include "ui/preview/code_language.h"
#include "ui/preview/glow.h"
#include "ui/preview/text_patch.h"
#include "ui/preview/text_search.h"
#include "ui/preview/visible_lines.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace skanse::ui {

namespace {

constexpr int kTabColumns = 4;
constexpr int kTint = 44; ///< alpha of the background of added and removed lines

QColor tint(Tone tone, int alpha)
{
    QColor result = colour(tone);
    result.setAlpha(alpha);
    return result;
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new CodeGutter(*this))
    , m_glow(new Glow(this))
    , m_search(new TextSearch(*this))
    , m_highlighter(std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document()))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextScale(1);
    applyTheme();
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { layoutGutter(); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int moved) {
        if (moved != 0)
            m_gutter->scroll(0, moved);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_changing)
            noteSelection(textCursor().blockNumber() + 1);
    });
    connect(m_glow, &Glow::faded, this, &CodeView::updateGlow);
}

CodeView::~CodeView() = default;

void CodeView::showText(const CodeText &text)
{
    m_changing = true;
    if (text.path != m_path || m_text.empty())
        replaceAll(text);
    else if (text.text != m_text)
        patch(text.text);
    m_changing = false;
    m_numbers = text.numbers;
    m_marks.resize(lineCount());
    m_search->refresh();
    layoutGutter();
    emit textShown();
}

void CodeView::clearText()
{
    m_changing = true;
    m_path.clear();
    m_text.clear();
    m_numbers.clear();
    m_marks.clear();
    m_selected = 0;
    clear();
    m_changing = false;
}

void CodeView::replaceAll(const CodeText &text)
{
    m_path = text.path;
    m_text = text.text;
    m_selected = 0;
    m_marks.clear();
    m_glow->stop();
    std::string_view shown = text.text;
    if (shown.ends_with('\n'))
        shown.remove_suffix(1);
    // Taken off meanwhile, so that the text is coloured once.
    m_highlighter->setDocument(nullptr);
    m_highlighter->setDefinition(codeLanguage(text.path, text.syntax));
    setPlainText(toQString(shown));
    m_highlighter->setDocument(document());
}

void CodeView::patch(std::string_view text)
{
    LineNumbering numbering;
    const auto before = numbering.idsOf(m_text);
    const auto after = numbering.idsOf(text);
    const auto hunks = lineEdits(before, after);

    QScrollBar *bar = verticalScrollBar();
    const QTextBlock top = firstVisibleBlock();
    const int topLine = movedLine(top.blockNumber(), hunks);
    const int inside = bar->value() - top.firstLineNumber();
    const QTextCursor old = textCursor();
    const int cursorLine = movedLine(old.blockNumber(), hunks);
    const int column = old.positionInBlock();

    patchDocument(*document(), hunks, linesOf(text));
    m_text = text;

    if (!old.hasSelection()) {
        const QTextBlock block = document()->findBlockByNumber(cursorLine);
        QTextCursor cursor = textCursor();
        cursor.setPosition(block.position() + std::min(column, block.length() - 1));
        setTextCursor(cursor);
    }
    if (m_selected > 0)
        m_selected = movedLine(m_selected - 1, hunks) + 1;
    bar->setValue(document()->findBlockByNumber(topLine).firstLineNumber() + inside);
}

void CodeView::setMarks(Mark mark, std::span<const LineRange> lines)
{
    updateLines(m_marks.set(mark, lines));
}

void CodeView::updateLines(const std::vector<int> &lines)
{
    // Only these: long lines take their time to paint.
    if (lines.empty())
        return;
    forVisible([&](int line, int top, int height) {
        if (!std::ranges::binary_search(lines, line))
            return;
        viewport()->update(0, top, viewport()->width(), height);
        m_gutter->update(0, top, m_gutter->width(), height);
    });
}

void CodeView::showChanged(std::span<const LineRange> lines, std::span<const LineRange> gone)
{
    setMarks(Mark::Changed, lines);
    setMarks(Mark::Gone, gone);
    if (lines.empty())
        m_glow->stop();
    else
        m_glow->start();
    updateGlow();
}

void CodeView::selectLine(int line)
{
    if (line <= 0) {
        noteSelection(0);
        return;
    }
    m_changing = true;
    placeCursor(std::min(line, lineCount()));
    m_changing = false;
    noteSelection(std::min(line, lineCount()));
}

void CodeView::placeCursor(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    QTextCursor cursor = textCursor();
    cursor.setPosition(block.position());
    const QRect place = cursorRect(cursor);
    const bool inSight = place.top() >= 0 && place.bottom() <= viewport()->height();
    setTextCursor(cursor);
    if (!inSight)
        centerCursor();
}

void CodeView::noteSelection(int line)
{
    if (line == m_selected)
        return;
    const auto [first, last] = std::minmax(m_selected, line);
    m_selected = line;
    updateLines({first, last});
    emit lineSelected(line);
}

int CodeView::numberOf(int line) const
{
    const auto index = static_cast<std::size_t>(line - 1);
    if (m_numbers.empty())
        return line;
    return index < m_numbers.size() ? m_numbers[index] : 0;
}

int CodeView::lineOfNumber(int number) const
{
    if (m_numbers.empty())
        return std::min(number, lineCount());
    const auto found = std::ranges::find(m_numbers, number);
    return found == m_numbers.end() ? 0 : static_cast<int>(found - m_numbers.begin()) + 1;
}

void CodeView::setTextScale(double scale)
{
    QFont font = codeFont();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * scale));
    setFont(font);
    setTabStopDistance(kTabColumns * QFontMetricsF(font).horizontalAdvance(u' '));
    m_gutter->forgetDrawings();
    layoutGutter();
}

void CodeView::setWrapped(bool wrapped)
{
    setLineWrapMode(wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void CodeView::paintEvent(QPaintEvent *event)
{
    // Backgrounds first. Done here and not with extra selections, which would have to be made for all
    // lines again at each step of the glow.
    {
        QPainter painter(viewport());
        const double glow = m_glow->strength();
        forVisible([&](int line, int top, int height) {
            const QRect area(0, top, viewport()->width(), height);
            if (!area.intersects(event->rect()))
                return;
            if (const QColor back = backgroundOf(line, glow); back.isValid())
                painter.fillRect(area, back);
            if (m_marks.has(line, Mark::Filler))
                painter.fillRect(area, QBrush(colour(Tone::Line), Qt::BDiagPattern));
            if (line != m_selected)
                return;
            painter.fillRect(area.x(), area.top(), area.width(), 1, colour(Tone::Accent));
            painter.fillRect(area.x(), area.bottom(), area.width(), 1, colour(Tone::Accent));
        });
    }
    QPlainTextEdit::paintEvent(event);
}

QColor CodeView::backgroundOf(int line, double glow) const
{
    if (m_marks.has(line, Mark::Added))
        return tint(Tone::Good, kTint);
    if (m_marks.has(line, Mark::Removed))
        return tint(Tone::Bad, kTint);
    const bool marked = m_marks.has(line, Mark::Question);
    QColor back = marked             ? colour(Tone::Marked)
                : line == m_selected ? palette().color(QPalette::AlternateBase)
                                     : QColor();
    if (glow <= 0 || !m_marks.has(line, Mark::Changed))
        return back;
    const QColor changed = colour(Tone::Changed);
    const QColor below = back.isValid() ? back : palette().color(QPalette::Base);
    const auto mix = [glow](float over, float under) {
        return static_cast<float>(glow) * over + static_cast<float>(1 - glow) * under;
    };
    return QColor::fromRgbF(mix(changed.redF(), below.redF()),
                            mix(changed.greenF(), below.greenF()),
                            mix(changed.blueF(), below.blueF()));
}

void CodeView::updateGlow()
{
    forVisible([&](int line, int top, int height) {
        if (m_marks.has(line, Mark::Changed))
            viewport()->update(0, top, viewport()->width(), height);
    });
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutGutter();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        applyTheme();
}

void CodeView::applyTheme()
{
    m_gutter->forgetDrawings();
    m_highlighter->setTheme(codeTheme());
    if (!m_text.empty())
        m_highlighter->rehighlight();
    m_search->refresh();
}

void CodeView::layoutGutter()
{
    const int width = m_gutter->wantedWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), width, area.height());
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    QPlainTextEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton)
        noteSelection(textCursor().blockNumber() + 1); // also where the cursor already was
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_selected > 0) {
        noteSelection(0);
        return;
    }
    // Nothing is selected yet: the first arrow key selects where one looks.
    if (m_selected == 0 && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        selectLine(firstVisibleLine());
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CodeView::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        emit zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

} // namespace skanse::ui
