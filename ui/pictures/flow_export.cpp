// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_export.h"

#include "ui/pictures/flow_scene.h"

#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QScreen>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

constexpr qreal kHeading = 36;
constexpr qreal kCaption = 28;
constexpr qreal kMargin = 20;
constexpr int kPngScale = 2;

/// Context of the translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(FlowExport)
};

/// The scene without what is selected, in the colours of paper, until the end of the block.
class OnPaper
{
public:
    explicit OnPaper(FlowScene &scene)
        : m_scene(scene)
        , m_ink(scene.ink())
        , m_node(scene.chosenNode())
        , m_arrow(scene.chosenArrow())
        , m_blocker(&scene)
    {
        m_scene.clearChoice();
        m_scene.pointAt(-1);
        m_scene.setInk(PictureInk::ofPaper());
    }
    ~OnPaper()
    {
        m_scene.setInk(m_ink);
        if (m_node >= 0)
            m_scene.chooseNode(m_node);
        else if (m_arrow >= 0)
            m_scene.chooseArrow(m_arrow);
    }
    Q_DISABLE_COPY_MOVE(OnPaper)

private:
    FlowScene &m_scene;
    PictureInk m_ink;
    int m_node;
    int m_arrow;
    QSignalBlocker m_blocker;
};

QSize pageSize(const FlowScene &scene)
{
    const QSizeF drawing = scene.sceneRect().size();
    return {static_cast<int>(std::ceil(std::max(drawing.width(), 320.0))),
            static_cast<int>(std::ceil(drawing.height() + kHeading + kCaption))};
}

void drawPage(QPainter &painter, FlowScene &scene, const QSize &size)
{
    const PictureInk &ink = scene.ink();
    const QRectF page({}, QSizeF(size));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(page, ink.background);
    QFont heading = QApplication::font();
    heading.setPointSizeF(heading.pointSizeF() * 1.3);
    heading.setWeight(QFont::DemiBold);
    painter.setFont(heading);
    painter.setPen(ink.text);
    painter.drawText(QRectF(kMargin, 0, page.width() - 2 * kMargin, kHeading),
                     Qt::AlignLeft | Qt::AlignBottom, scene.flows().title);
    painter.setFont(QApplication::font());
    painter.setPen(ink.muted);
    painter.drawText(
        QRectF(kMargin, page.height() - kCaption, page.width() - 2 * kMargin, kCaption),
        Qt::AlignLeft | Qt::AlignTop, Text::tr("Everything else is denied."));
    scene.render(&painter, QRectF(QPointF(0, kHeading), scene.sceneRect().size()),
                 scene.sceneRect());
}

QByteArray svgOf(FlowScene &scene)
{
    QBuffer buffer;
    QSvgGenerator generator;
    const QSize size = pageSize(scene);
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(QGuiApplication::primaryScreen()->logicalDotsPerInch()));
    generator.setTitle(scene.flows().title);
    generator.setDescription(Text::tr("Allowed network flows. Everything else is denied."));
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter(&generator);
    drawPage(painter, scene, size);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(FlowScene &scene)
{
    const QSize size = pageSize(scene);
    QImage image(size * kPngScale, QImage::Format_RGB32);
    if (image.isNull())
        return {}; // too large
    image.setDevicePixelRatio(kPngScale);
    image.setText(u"Title"_s, scene.flows().title);
    QPainter painter(&image);
    drawPage(painter, scene, size);
    painter.end();
    QBuffer buffer;
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

} // namespace

std::expected<void, QString> exportFlows(FlowScene &scene, const QString &path)
{
    if (scene.flows().nodes.empty())
        return std::unexpected(Text::tr("There is nothing to draw yet."));
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != u"svg"_s && suffix != u"png"_s)
        return std::unexpected(Text::tr("The name must end with .svg or .png."));
    QByteArray data;
    {
        const OnPaper paper(scene);
        data = suffix == u"svg"_s ? svgOf(scene) : pngOf(scene);
    }
    if (data.isEmpty())
        return std::unexpected(Text::tr("The picture is too large. Save it as SVG."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit())
        return std::unexpected(
            Text::tr("%1 could not be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace skanse::ui
