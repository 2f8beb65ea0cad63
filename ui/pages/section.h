// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QWidget>

class QToolButton;

namespace skanse::ui {

/// A heading that opens and closes what is below it.
class Section : public QWidget
{
    Q_OBJECT

public:
    /// Takes `content` over. Starts closed.
    Section(const QString &title, const QString &help, QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

signals:
    /// Before it is seen.
    void opening();

private:
    QToolButton *m_button;
    QWidget *m_content;
};

} // namespace skanse::ui
