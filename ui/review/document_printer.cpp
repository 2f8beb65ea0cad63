// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/review/document_printer.h"

#include "ui/style/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QImage>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace skanse::ui {

namespace {

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(DocumentPrinter)
};

// Pages are laid out in pixels of 1/96 inch and scaled when painted, so that every device and screen gives
// the same ones.
constexpr double kDpi = 96;
constexpr double kPointsPerInch = 72;
constexpr double kBand = 28; ///< height of the lines at the top and the bottom
constexpr double kMarginMillimetres = 15;
constexpr double kTextPoints = 9.5;
constexpr double kTablePoints = 8;
constexpr double kCodePoints = 8;

constexpr QColor kInk(0x1b, 0x24, 0x30);
constexpr QColor kSoftInk(0x59, 0x65, 0x74);
constexpr QColor kLinkInk(0x0b, 0x5f, 0x7e);
constexpr QColor kRule(0xc2, 0xc9, 0xd1);

/// Something to measure fonts by that has the pages' resolution.
QImage &ruler()
{
    static QImage image = [] {
        constexpr int kDotsPerMetre = 3780; // 96 per inch
        QImage one(1, 1, QImage::Format_ARGB32);
        one.setDotsPerMeterX(kDotsPerMetre);
        one.setDotsPerMeterY(kDotsPerMetre);
        return one;
    }();
    return image;
}

QFont bandFont()
{
    QFont font;
    font.setPixelSize(11); // a size in points would be scaled twice
    return font;
}

/// The importer takes link colours from the palette, which may be a dark one's.
void inkLinks(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        std::vector<std::pair<int, int>> links;
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (part.fragment().charFormat().isAnchor())
                links.emplace_back(part.fragment().position(), part.fragment().length());
        for (const auto &[position, length] : links) {
            QTextCursor cursor(&document);
            cursor.setPosition(position);
            cursor.setPosition(position + length, QTextCursor::KeepAnchor);
            QTextCharFormat format;
            format.setForeground(kLinkInk);
            cursor.mergeCharFormat(format);
        }
    }
}

void underline(QTextTableCell cell)
{
    QTextTableCellFormat format = cell.format().toTableCellFormat();
    format.setBottomBorder(1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(kRule);
    cell.setFormat(format);
}

/// Tables get the full width, a thin line below each row and smaller letters.
void rule(QTextDocument &document)
{
    QTextCursor edit(&document);
    edit.beginEditBlock(); // one layout, not one for each cell
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setBorderCollapse(true);
        format.setBorder(0);
        format.setHeaderRowCount(1); // again on the next page
        format.setCellPadding(3);
        format.setCellSpacing(0);
        table->setFormat(format);
        QTextCursor cells = table->firstCursorPosition();
        cells.setPosition(table->lastCursorPosition().position(), QTextCursor::KeepAnchor);
        QTextCharFormat small;
        small.setFontPointSize(kTablePoints);
        cells.mergeCharFormat(small);
        for (int row = 0; row < table->rows(); ++row)
            for (int column = 0; column < table->columns(); ++column)
                underline(table->cellAt(row, column));
    }
    edit.endEditBlock();
}

} // namespace

struct DocumentPrinter::Part {
    QString title;
    std::unique_ptr<QTextDocument> document;
    int firstPage = 1;
};

DocumentPrinter::DocumentPrinter(QString workload, std::vector<PrintedText> texts)
    : m_workload(std::move(workload))
    , m_texts(std::move(texts))
{
}

std::vector<DocumentPrinter::Part> DocumentPrinter::layOut(const QSizeF &page) const
{
    std::vector<Part> parts;
    int first = 1;
    for (const PrintedText &text : m_texts) {
        const bool markdown = text.syntax == Syntax::Markdown;
        auto document = std::make_unique<QTextDocument>();
        document->setUndoRedoEnabled(false);
        document->setUseDesignMetrics(true);
        QFont font = markdown ? QFont() : codeFont();
        font.setPointSizeF(markdown ? kTextPoints : kCodePoints);
        document->setDefaultFont(font);
        document->setDocumentMargin(0);
        QTextOption option = document->defaultTextOption();
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document->setDefaultTextOption(option);
        if (markdown) {
            // Without HTML: the text is partly the user's.
            document->setMarkdown(
                text.text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                               | QTextDocument::MarkdownNoHTML);
            inkLinks(*document);
            rule(*document);
        } else {
            document->setPlainText(text.text);
        }
        // Last, since the first question about the layout makes one and every edit makes it anew.
        document->documentLayout()->setPaintDevice(&ruler());
        document->setPageSize(QSizeF(page.width(), page.height() - 2 * kBand));
        const int pages = document->pageCount();
        parts.push_back({text.title, std::move(document), first});
        first += pages;
    }
    return parts;
}

bool DocumentPrinter::print(QPagedPaintDevice &device) const
{
    const QSizeF points = device.pageLayout().paintRect(QPageLayout::Point).size();
    const QSizeF page = points * (kDpi / kPointsPerInch);
    const std::vector<Part> parts = layOut(page);
    if (parts.empty())
        return false;
    const int pages = parts.back().firstPage + parts.back().document->pageCount() - 1;
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double scale = device.logicalDpiX() / kDpi;
    painter.scale(scale, scale);
    const QPageRanges wanted = device.pageRanges();
    bool isFirst = true;
    for (const Part &part : parts) {
        for (int i = 0; i < part.document->pageCount(); ++i) {
            const int number = part.firstPage + i;
            if (!wanted.isEmpty() && !wanted.contains(number))
                continue;
            if (!isFirst && !device.newPage())
                return false;
            isFirst = false;
            drawPage(painter, page, part, number, pages);
        }
    }
    return painter.end();
}

void DocumentPrinter::drawPage(QPainter &painter, const QSizeF &page, const Part &part, int number,
                               int pages) const
{
    const double bodyHeight = page.height() - 2 * kBand;
    painter.save();
    painter.setFont(bandFont());
    painter.setPen(kSoftInk);
    const QRectF top(0, 0, page.width(), kBand - 10);
    const QFontMetricsF metrics(bandFont(), &ruler());
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_workload, Qt::ElideRight, page.width() * 0.45));
    painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(part.title, Qt::ElideLeft, page.width() * 0.45));
    painter.setPen(QPen(kRule, 0.5));
    painter.drawLine(QPointF(0, top.bottom() + 2), QPointF(page.width(), top.bottom() + 2));
    painter.setPen(kSoftInk);
    painter.drawText(QRectF(0, page.height() - kBand + 10, page.width(), kBand - 10),
                     Qt::AlignRight | Qt::AlignVCenter,
                     Text::tr("Page %1 of %2").arg(number).arg(pages));

    const QRectF view(0, (number - part.firstPage) * bodyHeight, page.width(), bodyHeight);
    painter.translate(0, kBand - view.top());
    painter.setClipRect(view);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, kInk);
    context.clip = view;
    part.document->documentLayout()->draw(&painter, context);
    painter.restore();
}

std::expected<void, QString> DocumentPrinter::savePdf(const QString &path) const
{
    const auto failed = [&](const QString &reason) {
        return std::unexpected(Text::tr("“%1” cannot be written: %2.").arg(path, reason));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    QPdfWriter writer(&file);
    writer.setPageLayout(QPageLayout(
        QPageSize(QPageSize::A4), QPageLayout::Portrait,
        QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
        QPageLayout::Millimeter));
    writer.setTitle(m_workload);
    writer.setCreator(QStringLiteral("Skanse"));
    if (!print(writer)) {
        file.cancelWriting();
        return failed(Text::tr("the pages could not be painted"));
    }
    if (!file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace skanse::ui
