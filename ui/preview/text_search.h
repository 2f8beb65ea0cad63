// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <QObject>
#include <QString>

#include <vector>

class QPlainTextEdit;

namespace skanse::ui {

/// Finds a text in a view and shows where it is.
class TextSearch : public QObject
{
    Q_OBJECT

public:
    explicit TextSearch(QPlainTextEdit &view);

    /// Looks for it regardless of case; nothing when empty. The cursor stays.
    void setWanted(const QString &text);
    [[nodiscard]] const QString &wanted() const { return m_wanted; }
    /// Goes to the next place and round at the end. `fromSelection` counts what is selected, too.
    void next(bool fromSelection = false);
    void previous();
    /// Looks again, after a change of the text.
    void refresh();

    [[nodiscard]] int count() const { return static_cast<int>(m_places.size()); }
    /// The number of the place that is selected, from 1; 0 when it is none.
    [[nodiscard]] int current() const;

signals:
    void changed();

private:
    void go(std::size_t index);
    void mark();

    QPlainTextEdit &m_view;
    QString m_wanted;
    std::vector<int> m_places; ///< positions in the document, ascending
};

} // namespace skanse::ui
