// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "ui/pictures/flow_picture.h"

#include "ui/pictures/flow_edits.h"
#include "ui/pictures/flow_export.h"
#include "ui/pictures/flow_scene.h"
#include "ui/pictures/flow_view.h"
#include "ui/pictures/layout_runner.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/text/language.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace skanse::ui {

namespace {

constexpr int kLeastHeight = 220;
constexpr qreal kZoomStep = 1.25;

const Plan *planOf(const Session &session)
{
    if (const auto &plan = session.result()->outcome.plan)
        return &*plan;
    if (const auto &plan = session.shown()->outcome.plan)
        return &*plan;
    return nullptr;
}

} // namespace

FlowPicture::FlowPicture(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_scene(new FlowScene(this))
    , m_view(new FlowView(*m_scene))
    , m_layout(new LayoutRunner(this))
{
    setObjectName(u"flow-picture"_s);
    setMinimumHeight(kLeastHeight);
    m_view->setObjectName(u"flow-view"_s);
    m_view->setAccessibleName(tr("Network flows"));
    m_view->setMinimumSize(120, 120);

    m_drawing = new QWidget;
    auto *column = new QVBoxLayout(m_drawing);
    column->setContentsMargins({});
    column->setSpacing(kGrid);
    column->addWidget(makeCaption());
    column->addWidget(m_view, 1);
    column->addWidget(makeDetails());
    m_empty = makeEmpty();
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_drawing);
    m_pages->addWidget(m_empty);

    m_view->setMayConnect([this](int from, int to) {
        return mayConnect(m_context.session.answers(), m_scene->flows(), from, to).has_value();
    });
    connect(m_view, &FlowView::nodeChosen, this, &FlowPicture::takeNode);
    connect(m_view, &FlowView::openWanted, this, &FlowPicture::openNode);
    connect(m_view, &FlowView::connectWanted, this, &FlowPicture::connectTo);
    connect(m_view, &FlowView::targetsWanted, this, &FlowPicture::showTargets);
    connect(m_view, &FlowView::removeWanted, this, &FlowPicture::removeChosen);
    connect(m_view, &FlowView::menuWanted, this, &FlowPicture::showMenu);
    connect(m_scene, &FlowScene::choiceChanged, this, &FlowPicture::showDetails);
    connect(m_layout, &LayoutRunner::finished, this, &FlowPicture::place);
    connect(&m_context.session, &Session::resultChanged, this, &FlowPicture::refresh);
    connect(&m_context.session, &Session::restarted, this, &FlowPicture::refresh);
    connect(&m_context.navigator, &Navigator::serviceChanged, this, &FlowPicture::followNavigator);
    refresh();
    showDetails();
}

FlowPicture::~FlowPicture()
{
    m_scene->disconnect(this); // the scene tells of its end when this is half gone
}

QToolButton *FlowPicture::makeButton(const QString &name, const QString &iconName,
                                     const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *FlowPicture::makeCaption()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    auto *sign = new QLabel;
    sign->setPixmap(icon(u"shield"_s, Tone::Good).pixmap(16, 16));
    sign->setObjectName(u"flow-shield"_s);
    auto *caption = new ElidedLabel;
    caption->setObjectName(u"flow-caption"_s);
    caption->setText(tr("Everything else is denied."));
    layout->addWidget(sign);
    layout->addWidget(caption, 1);

    m_connect = makeButton(u"flow-connect"_s, u"add"_s, tr("Allow a connection (F)"));
    connect(m_connect, &QToolButton::clicked, this, [this] { showTargets(m_scene->chosenNode()); });
    auto *out = makeButton(u"flow-zoom-out"_s, u"zoom-out"_s, tr("Smaller (−)"));
    connect(out, &QToolButton::clicked, this, [this] { m_view->zoomBy(1 / kZoomStep); });
    auto *fit = makeButton(u"flow-fit"_s, u"fit"_s, tr("Show everything (0)"));
    connect(fit, &QToolButton::clicked, m_view, &FlowView::fit);
    auto *in = makeButton(u"flow-zoom-in"_s, u"zoom-in"_s, tr("Larger (+)"));
    connect(in, &QToolButton::clicked, this, [this] { m_view->zoomBy(kZoomStep); });
    auto *save = makeButton(u"flow-export"_s, u"image"_s, tr("Save as a picture"));
    save->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(save);
    menu->addAction(tr("Save as SVG…"), this, [this] { askForFile(u"svg"_s); });
    menu->addAction(tr("Save as PNG…"), this, [this] { askForFile(u"png"_s); });
    save->setMenu(menu);
    for (QToolButton *button : {m_connect, out, fit, in, save})
        layout->addWidget(button);
    return row;
}

QWidget *FlowPicture::makeDetails()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    m_details = new ElidedLabel(nullptr, 2);
    m_details->setObjectName(u"flow-details"_s);
    layout->addWidget(m_details, 1);
    m_goTo = makeButton(u"flow-go-to"_s, u"goto"_s, tr("Go to the question"));
    m_goTo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_goTo->setText(tr("Go to the question"));
    connect(m_goTo, &QToolButton::clicked, this, [this] {
        if (m_scene->chosenArrow() >= 0)
            openArrow(m_scene->chosenArrow());
        else if (m_scene->chosenNode() >= 0)
            openNode(m_scene->chosenNode());
    });
    m_remove = makeButton(u"flow-remove"_s, u"remove"_s, tr("Remove this flow (Delete)"));
    connect(m_remove, &QToolButton::clicked, this, &FlowPicture::removeChosen);
    for (QToolButton *button : {m_goTo, m_remove})
        layout->addWidget(button);
    row->setMinimumHeight(m_goTo->sizeHint().height()); // nothing jumps when the buttons come
    return row;
}

QWidget *FlowPicture::makeEmpty()
{
    auto *page = new QWidget;
    page->setObjectName(u"flow-empty"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(2 * kGrid);
    auto *text = new QLabel(tr("Add services first. Then this picture shows who may talk to whom, "
                               "and you can draw new connections in it."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    auto *add = new QPushButton(icon(u"add"_s), tr("Add a service"));
    add->setObjectName(u"flow-add-service"_s);
    connect(add, &QPushButton::clicked, this, [this] { m_context.navigator.goTo(Step::Services); });
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(add, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

void FlowPicture::refresh()
{
    const Session &session = m_context.session;
    const Plan *plan = planOf(session);
    const bool isEmpty = session.answers().services.empty();
    m_pages->setCurrentWidget(isEmpty ? m_empty : m_drawing);
    if (isEmpty || plan == nullptr) {
        m_coming = {};
        m_sizes = {};
        m_scene->show({}, {});
        return;
    }
    m_coming = flowGraphOf(*plan);
    addStates(m_coming, session.answers(), session.result()->outcome.diagnostics);
    Graph sizes = graphOf(m_coming);
    if (sizes != m_sizes) {
        m_sizes = std::move(sizes);
        m_layout->request(m_sizes);
    } else if (m_scene->flows() != m_coming && graphOf(m_scene->flows()) == sizes) {
        m_scene->renew(m_coming); // texts and signs only: everything stays where it is
        chooseWanted();
    }
}

void FlowPicture::place(const GraphPlaces &places)
{
    // What was asked for may have gone meanwhile.
    if (places.nodes.size() != m_coming.nodes.size()
        || places.edges.size() != m_coming.arrows.size())
        return;
    m_scene->show(m_coming, places);
    m_view->fitUnlessZoomed();
    const auto &services = m_context.session.answers().services;
    if (const std::size_t service = m_context.navigator.service(); service < services.size())
        if (const int node = m_coming.serviceNamed(services[service].name); node >= 0)
            m_view->showNode(node);
    chooseWanted();
}

void FlowPicture::chooseWanted()
{
    const FlowGraph &flows = m_scene->flows();
    for (std::size_t i = 0; i < flows.arrows.size() && !m_wantedArrow.empty(); ++i) {
        if (!flows.keyOf(flows.arrows[i]).starts_with(m_wantedArrow))
            continue;
        m_wantedArrow.clear();
        m_scene->chooseArrow(static_cast<int>(i));
    }
}

void FlowPicture::followNavigator(std::size_t service)
{
    const auto &services = m_context.session.answers().services;
    // Only while a service is selected: otherwise the whole is looked at.
    if (m_scene->chosenNode() < 0 || service >= services.size())
        return;
    if (const int node = m_scene->flows().serviceNamed(services[service].name); node >= 0) {
        m_scene->chooseNode(node);
        m_view->showNode(node);
    }
}

void FlowPicture::showDetails()
{
    const FlowGraph &flows = m_scene->flows();
    const int node = m_scene->chosenNode();
    const int arrow = m_scene->chosenArrow();
    const Answers &answers = m_context.session.answers();
    QString text;
    if (arrow >= 0)
        text = sentenceAboutArrow(flows, arrow);
    else if (node >= 0)
        text = sentenceAbout(flows, node);
    tell(text.isEmpty()
             ? tr("Drag from one box to another to allow a connection, or select a box and "
                  "press F.")
             : text,
         false);
    m_view->setAccessibleDescription(
        text.isEmpty() ? tr("%1 services, %2 allowed flows. Everything else is denied.")
                             .arg(flows.serviceCount())
                             .arg(flows.arrows.size())
                       : text);
    const bool isOwn = node >= 0 && answersIndex(answers, flows.node(node)) >= 0;
    m_goTo->setVisible(arrow >= 0 ? !questionOf(answers, flows, flows.arrow(arrow)).isNull()
                                  : isOwn);
    m_remove->setVisible(arrow >= 0 && flows.arrow(arrow).isDeclared());
    m_connect->setEnabled(isOwn);
}

void FlowPicture::tell(const QString &text, bool isProblem)
{
    m_details->setText(text);
    m_details->setTone(isProblem ? std::optional(Tone::Caution) : std::nullopt);
}

void FlowPicture::takeNode(int index)
{
    const int service = answersIndex(m_context.session.answers(), m_scene->flows().node(index));
    if (service >= 0)
        m_context.navigator.selectService(static_cast<std::size_t>(service));
}

void FlowPicture::openNode(int index)
{
    if (static_cast<std::size_t>(index) >= m_scene->flows().nodes.size())
        return; // gone while a menu was open
    const Answers &answers = m_context.session.answers();
    const int service = answersIndex(answers, m_scene->flows().node(index));
    if (service >= 0)
        m_context.navigator.jumpTo(placeOf(answers, "service.name", service));
}

void FlowPicture::openArrow(int index)
{
    if (static_cast<std::size_t>(index) >= m_scene->flows().arrows.size())
        return; // gone while a menu was open
    m_context.navigator.jumpTo(
        questionOf(m_context.session.answers(), m_scene->flows(), m_scene->flows().arrow(index)));
}

void FlowPicture::connectTo(int from, int to)
{
    const FlowGraph flows = m_scene->flows(); // editing may replace it
    if (static_cast<std::size_t>(std::max(from, to)) >= flows.nodes.size())
        return; // gone while a menu was open
    const int start = flows.atSide(from, true);
    const int end = flows.atSide(to, false);
    if (const int known = flows.arrowBetween(start, end); known >= 0) {
        m_scene->chooseArrow(known);
        return;
    }
    const auto question = connectNodes(m_context.session, flows, start, end);
    if (!question) {
        tell(question.error(), true);
        return;
    }
    m_wantedArrow = flows.node(start).key() + "|" + flows.node(end).key() + "|";
    m_context.navigator.jumpTo(*question);
}

void FlowPicture::removeChosen()
{
    const int arrow = m_scene->chosenArrow();
    if (arrow < 0)
        return;
    const FlowGraph flows = m_scene->flows();
    if (!flows.arrow(arrow).isDeclared())
        tell(tr("This follows from an open port. Close the port to remove it."), true);
    else
        removeFlow(m_context.session, flows, flows.arrow(arrow));
}

void FlowPicture::fillTargets(QMenu &menu, int from)
{
    const FlowGraph &flows = m_scene->flows();
    const Answers &answers = m_context.session.answers();
    bool knowsInternet = false;
    for (int to = 0; to < static_cast<int>(flows.nodes.size()); ++to) {
        const FlowNode &node = flows.node(to);
        if (to == from || flows.atSide(to, false) != to || !mayConnect(answers, flows, from, to))
            continue;
        knowsInternet = knowsInternet || node.kind == FlowNode::Kind::Internet;
        QString title = node.title;
        QAction *action = menu.addAction(title.replace(u'&', u"&&"_s), this,
                                         [this, from, to] { connectTo(from, to); });
        action->setCheckable(true);
        action->setChecked(flows.allows(from, to));
    }
    menu.addSeparator();
    const auto add = [&](const QString &text, PeerKind kind) {
        menu.addAction(text, this, [this, from, kind] {
            const FlowGraph drawn = m_scene->flows();
            if (static_cast<std::size_t>(from) >= drawn.nodes.size())
                return; // gone while the menu was open
            m_context.navigator.jumpTo(connectToNew(m_context.session, drawn, from, kind));
        });
    };
    add(tr("A network…"), PeerKind::Network);
    add(tr("A DNS name…"), PeerKind::Name);
    if (!knowsInternet)
        add(tr("The internet…"), PeerKind::Internet);
}

void FlowPicture::showTargets(int from)
{
    if (from < 0 || answersIndex(m_context.session.answers(), m_scene->flows().node(from)) < 0)
        return;
    auto *menu = new QMenu(m_view);
    menu->setObjectName(u"flow-targets"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Allow %1 to reach").arg(m_scene->flows().node(from).title));
    fillTargets(*menu, from);
    menu->popup(m_view->viewport()->mapToGlobal(m_view->placeOfNode(from)));
}

void FlowPicture::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_view);
    menu->setObjectName(u"flow-menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const FlowGraph &flows = m_scene->flows();
    const int node = m_scene->chosenNode();
    if (const int arrow = m_scene->chosenArrow(); arrow >= 0) {
        menu->addAction(icon(u"goto"_s), tr("Go to the question"), this,
                        [this, arrow] { openArrow(arrow); });
        if (flows.arrow(arrow).isDeclared())
            menu->addAction(icon(u"remove"_s), tr("Remove this flow"), this,
                            &FlowPicture::removeChosen);
        menu->addSeparator();
    } else if (node >= 0 && answersIndex(m_context.session.answers(), flows.node(node)) >= 0) {
        fillTargets(*menu->addMenu(icon(u"add"_s), tr("Allow a connection to")), node);
        menu->addAction(icon(u"goto"_s), tr("Go to the service"), this,
                        [this, node] { openNode(node); });
        menu->addSeparator();
    }
    menu->addAction(icon(u"fit"_s), tr("Show everything"), m_view, &FlowView::fit);
    menu->addAction(icon(u"image"_s), tr("Save as SVG…"), this, [this] { askForFile(u"svg"_s); });
    menu->addAction(tr("Save as PNG…"), this, [this] { askForFile(u"png"_s); });
    menu->popup(place);
}

void FlowPicture::askForFile(const QString &suffix)
{
    const QString name = m_scene->flows().title.isEmpty() ? tr("flows") : m_scene->flows().title;
    const QString start =
        QDir(QFileInfo(m_context.session.filePath()).absolutePath()).filePath(name + u'.' + suffix);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the picture"), start,
        suffix == u"svg"_s ? tr("SVG pictures (*.svg)") : tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    const bool hasSuffix = path.endsWith(u'.' + suffix, Qt::CaseInsensitive);
    const QString full = hasSuffix ? path : path + u'.' + suffix;
    if (const auto written = exportTo(full); !written)
        tell(written.error(), true);
    else
        tell(tr("Saved: %1").arg(full), false);
}

std::expected<void, QString> FlowPicture::exportTo(const QString &path)
{
    return exportFlows(*m_scene, path);
}

void FlowPicture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    m_scene->setInk(PictureInk::ofWindow());
    m_view->setBackgroundBrush(m_scene->ink().background);
    if (auto *sign = findChild<QLabel *>(u"flow-shield"_s))
        sign->setPixmap(icon(u"shield"_s, Tone::Good).pixmap(16, 16));
}

} // namespace skanse::ui
