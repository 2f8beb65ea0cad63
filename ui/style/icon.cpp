// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/style/theme.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include <optional>

namespace skanse::ui {

namespace {

QByteArray drawing(const QString &name)
{
    static QHash<QString, QByteArray> drawings;
    auto found = drawings.find(name);
    if (found == drawings.end()) {
        QFile file(QStringLiteral(":/skanse/icons/%1.svg").arg(name));
        const bool there = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(there, "icon", qPrintable(name));
        Q_UNUSED(there)
        found = drawings.insert(name, file.readAll());
    }
    return *found;
}

/// The drawings say "currentColor"; it is filled in each time, so that a new palette shows at once.
class Engine : public QIconEngine
{
public:
    Engine(QString name, std::optional<Tone> tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &area, QIcon::Mode mode, QIcon::State) override
    {
        QColor ink = m_tone ? colour(*m_tone) : QApplication::palette().color(QPalette::ButtonText);
        if (mode == QIcon::Selected)
            ink = QApplication::palette().color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            ink = QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
        QByteArray svg = drawing(m_name);
        svg.replace("currentColor", ink.name().toLatin1());
        QSvgRenderer(svg).render(painter, area);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return image;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new Engine(*this); }

private:
    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new Engine(name, std::nullopt));
}

QIcon icon(const QString &name, Tone tone)
{
    return QIcon(new Engine(name, tone));
}

} // namespace skanse::ui
