// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "ui/context.h"
#include "ui/pictures/flow_graph.h"
#include "ui/pictures/graph_layout.h"

#include <QWidget>

#include <expected>

class QMenu;
class QStackedLayout;
class QToolButton;

namespace skanse::ui {

class ElidedLabel;
class FlowScene;
class FlowView;
class LayoutRunner;

/// Who may talk to whom: services, the outside, and an arrow for each allowed flow. Arrows can be drawn
/// and deleted, by mouse and by keyboard.
class FlowPicture : public QWidget
{
    Q_OBJECT

public:
    explicit FlowPicture(const Context &context, QWidget *parent = nullptr);
    ~FlowPicture() override;

    /// SVG or PNG by the suffix, in the colours of paper; the file is replaced in one step.
    std::expected<void, QString> exportTo(const QString &path);

    [[nodiscard]] FlowView &view() { return *m_view; }
    [[nodiscard]] const FlowScene &scene() const { return *m_scene; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeCaption();
    QWidget *makeDetails();
    QWidget *makeEmpty();
    QToolButton *makeButton(const QString &name, const QString &iconName, const QString &text);

    void refresh();
    void place(const GraphPlaces &places);
    void chooseWanted();
    void followNavigator(std::size_t service);
    void showDetails();
    void tell(const QString &text, bool isProblem);

    void takeNode(int index);
    void openNode(int index);
    void openArrow(int index);
    void connectTo(int from, int to);
    void removeChosen();
    void fillTargets(QMenu &menu, int from);
    void showTargets(int from);
    void showMenu(const QPoint &place);
    void askForFile(const QString &suffix);

    Context m_context;
    FlowScene *m_scene;
    FlowView *m_view;
    LayoutRunner *m_layout;
    FlowGraph m_coming; ///< waits for its layout
    Graph m_sizes;      ///< that the last layout was asked for
    QStackedLayout *m_pages = nullptr;
    QWidget *m_drawing = nullptr;
    QWidget *m_empty = nullptr;
    ElidedLabel *m_details = nullptr;
    QToolButton *m_goTo = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_connect = nullptr;
    std::string m_wantedArrow; ///< just drawn, to be selected when it appears
};

} // namespace skanse::ui
