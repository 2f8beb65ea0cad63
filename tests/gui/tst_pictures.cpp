// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/catalogue/catalogue.h"
#include "core/render/documents/coverage.h"
#include "tests/support/examples.h"
#include "ui/pictures/coverage_matrix.h"
#include "ui/pictures/coverage_model.h"
#include "ui/pictures/flow_edits.h"
#include "ui/pictures/flow_items.h"
#include "ui/pictures/flow_picture.h"
#include "ui/pictures/flow_scene.h"
#include "ui/pictures/flow_thumbnail.h"
#include "ui/pictures/flow_view.h"
#include "ui/pictures/graph_layout.h"
#include "ui/pictures/resource_bars.h"
#include "ui/pictures/resource_picture.h"
#include "ui/pictures/stack_bar.h"
#include "ui/session/navigator.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace skanse;
using namespace skanse::ui;

namespace {

/// The answers, the place in them, and their result.
struct Bench {
    Session session;
    Navigator navigator;
    Context context{session, navigator};

    explicit Bench(const QString &name = QStringLiteral("web-shop"))
    {
        const QString file =
            test::sourceFolder() + QStringLiteral("/resources/examples/%1.skanse.yaml").arg(name);
        if (!session.open(file))
            qFatal("cannot open the example");
        wait();
    }
    void wait()
    {
        if (!QTest::qWaitFor([this] { return !session.isPending(); }, 20000))
            qFatal("no result");
    }
    void change(const std::function<void(Answers &)> &change)
    {
        session.edit(QStringLiteral("test"), change);
        wait();
    }
    [[nodiscard]] const std::vector<Peer> &peersOf(std::size_t service) const
    {
        return session.answers().services.at(service).peers;
    }
};

/// A picture that is shown and has its layout.
struct Flows {
    FlowPicture picture;

    explicit Flows(Bench &bench) : picture(bench.context)
    {
        picture.resize(1000, 600);
        picture.show();
        waitFor([this] { return !scene().flows().nodes.empty(); });
    }
    template <class Predicate> static void waitFor(const Predicate &predicate)
    {
        if (!QTest::qWaitFor(predicate, 20000))
            qFatal("the picture does not come");
    }
    [[nodiscard]] const FlowScene &scene() { return picture.scene(); }
    [[nodiscard]] QWidget *canvas() { return picture.view().viewport(); }
    int service(std::string_view name) { return scene().flows().serviceNamed(name); }
    int outside(FlowNode::Kind kind, bool comesIn)
    {
        const auto &nodes = scene().flows().nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].kind == kind && nodes[i].comesIn == comesIn)
                return static_cast<int>(i);
        return -1;
    }
    int arrow(std::string_view from, std::string_view to)
    {
        return scene().flows().arrowBetween(service(from), service(to));
    }
    void drag(int from, int to, bool letGo = true)
    {
        const QPoint start = picture.view().placeOfNode(from);
        const QPoint end = picture.view().placeOfNode(to);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, start);
        for (const double part : {0.3, 0.7, 1.0})
            move(start + (end - start) * part);
        if (letGo)
            QTest::mouseRelease(canvas(), Qt::LeftButton, {}, end);
    }
    /// QTest::mouseMove says nothing of the button that is held.
    void move(const QPoint &place)
    {
        QMouseEvent event(QEvent::MouseMove, place, canvas()->mapToGlobal(place), Qt::NoButton,
                          Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas(), &event);
    }
};

Graph ring(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i)
        graph.nodes.push_back({QSizeF(100, 40), Graph::Side::Middle});
    for (int i = 0; i < count; ++i)
        graph.edges.push_back({i, (i + 1) % count, QSizeF(50, 14)});
    return graph;
}

void checkPlaces(const Graph &graph, const GraphPlaces &places)
{
    QCOMPARE(places.nodes.size(), graph.nodes.size());
    QCOMPARE(places.edges.size(), graph.edges.size());
    const QRectF all(QPointF(), places.size);
    for (std::size_t i = 0; i < places.nodes.size(); ++i) {
        const QSizeF size = graph.nodes[i].size;
        const QRectF box(places.nodes[i] - QPointF(size.width() / 2, size.height() / 2), size);
        QVERIFY(all.adjusted(-1, -1, 1, 1).contains(box));
        for (std::size_t j = 0; j < i; ++j) {
            const QSizeF other = graph.nodes[j].size;
            QVERIFY(
                !box.adjusted(1, 1, -1, -1)
                     .intersects(QRectF(
                         places.nodes[j] - QPointF(other.width() / 2, other.height() / 2), other)));
        }
    }
    for (const GraphPlaces::Route &route : places.edges)
        QVERIFY(route.curve.size() >= 4 && route.curve.size() % 3 == 1);
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void layoutPlacesEverything();
    void layoutReadsNumbersInEveryLocale();

    void showsServicesAndTheOutside();
    void saysWhatIsDenied();
    void clickSelectsTheService();
    void keysWalkThroughTheServices();
    void dragAddsOnePeer();
    void dragOntoTheOutside();
    void dragAlongAnArrowSelectsIt();
    void escapeCancelsTheDrag();
    void refusedDragSaysWhy();
    void keyListsTargets();
    void deleteRemovesThePeer();
    void deleteRemovesAFlowThatBothEndsDeclare();
    void everyDeclaredArrowHasAPeer();
    void derivedArrowLeadsToThePort();
    void exportsSvg();
    void exportsPng();
    void exportRefuses();
    void emptyProfileSaysWhatToDo();
    void manyServices();
    void followsLightAndDark();
    void thumbnails();

    void barsAddUp();
    void overCommitIsSaid();
    void barLeadsToTheQuestion();
    void smallServicesAreSummed();

    void matrixHasARowPerControl();
    void matrixSaysWhatHardeningSays();
    void matrixLeadsToTheLine();
    void matrixFilters();
};

void TestPictures::initTestCase()
{
    setAppearance(Appearance::Light);
}

void TestPictures::layoutPlacesEverything()
{
    Graph graph = ring(6);
    graph.nodes.push_back({QSizeF(80, 30), Graph::Side::Left});
    graph.nodes.push_back({QSizeF(80, 30), Graph::Side::Right});
    graph.edges.push_back({6, 0, {}});
    graph.edges.push_back({2, 7, QSizeF(30, 14)});
    graph.edges.push_back({2, 7, QSizeF(30, 14)}); // two between the same
    const GraphPlaces places = layOut(graph);
    checkPlaces(graph, places);
    for (std::size_t i = 0; i < 6; ++i) {
        QVERIFY(places.nodes[6].x() < places.nodes[i].x());
        QVERIFY(places.nodes[7].x() > places.nodes[i].x());
    }
    checkPlaces(graph, layOutInLayers(graph));

    for (int i = 0; i < 20; ++i)
        graph.nodes.push_back({QSizeF(90, 40), Graph::Side::Middle}); // without arrows
    checkPlaces(graph, layOut(graph));
    QCOMPARE(layOut({}).nodes.size(), std::size_t{0});
}

void TestPictures::layoutReadsNumbersInEveryLocale()
{
    const GraphPlaces plain = layOut(ring(3));
    const std::string before = setlocale(LC_NUMERIC, nullptr);
    bool comma = false;
    for (const char *name : {"nb_NO.UTF-8", "de_DE.UTF-8", "nb_NO.utf8", "de_DE.utf8"})
        comma = comma || setlocale(LC_NUMERIC, name) != nullptr;
    const GraphPlaces other = layOut(ring(3));
    setlocale(LC_NUMERIC, before.c_str());
    QCOMPARE(other.size, plain.size);
    if (!comma)
        QSKIP("no locale with a decimal comma is installed");
}

void TestPictures::showsServicesAndTheOutside()
{
    Bench bench;
    Flows flows(bench);
    QCOMPARE(flows.scene().flows().serviceCount(), 5);
    QCOMPARE(flows.scene().flows().title, QStringLiteral("nettbutikk"));
    QVERIFY(flows.outside(FlowNode::Kind::Internet, true) >= 0);
    QVERIFY(flows.outside(FlowNode::Kind::Ingress, true) >= 0);
    QVERIFY(flows.outside(FlowNode::Kind::Name, false) >= 0);
    QVERIFY(flows.outside(FlowNode::Kind::Network, false) >= 0);
    const int arrow = flows.arrow("api", "db");
    QVERIFY(arrow >= 0);
    QCOMPARE(flows.scene().flows().arrow(arrow).label, QStringLiteral("5432/tcp"));
    QVERIFY(flows.arrow("web", "db") < 0);
}

void TestPictures::saysWhatIsDenied()
{
    Bench bench;
    Flows flows(bench);
    const int api = flows.service("api");
    const QString text = sentenceAbout(flows.scene().flows(), api);
    QVERIFY2(text.contains(QStringLiteral("api may reach db:5432, cache:6379")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("2 services are denied")), qPrintable(text));

    QTest::mouseClick(flows.canvas(), Qt::LeftButton, {}, flows.picture.view().placeOfNode(api));
    QCOMPARE(flows.picture.view().accessibleDescription(), text);
    const auto look = [&](const char *name) {
        return flows.scene().nodeItem(flows.service(name))->look();
    };
    QVERIFY(look("worker").denied && look("worker").dimmed);
    QVERIFY(look("web").denied && !look("web").dimmed); // comes in, but is not reached
    QVERIFY(!look("db").denied && look("db").strong);
}

void TestPictures::clickSelectsTheService()
{
    Bench bench;
    Flows flows(bench);
    QTest::mouseClick(flows.canvas(), Qt::LeftButton, {},
                      flows.picture.view().placeOfNode(flows.service("db")));
    QCOMPARE(bench.navigator.service(), std::size_t{3});
    QCOMPARE(flows.scene().chosenNode(), flows.service("db"));
    bench.navigator.selectService(1);
    QCOMPARE(flows.scene().chosenNode(), flows.service("api"));

    QTest::mouseClick(flows.canvas(), Qt::LeftButton, {}, QPoint(4, 4));
    QCOMPARE(flows.scene().chosenNode(), -1);
    bench.navigator.selectService(2);
    QCOMPARE(flows.scene().chosenNode(), -1); // the whole is looked at
}

void TestPictures::keysWalkThroughTheServices()
{
    Bench bench;
    Flows flows(bench);
    FlowView &view = flows.picture.view();
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(flows.scene().chosenNode(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(flows.scene().chosenNode(), flows.service("api"));
    QCOMPARE(bench.navigator.service(), std::size_t{1});
    QTest::keyClick(&view, Qt::Key_PageDown);
    QVERIFY(flows.scene().chosenArrow() >= 0);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(flows.scene().chosenArrow(), -1);

    QTest::keyClick(&view, Qt::Key_Right);
    QSignalSpy wanted(&bench.navigator, &Navigator::questionWanted);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(bench.navigator.step(), Step::Services);
}

void TestPictures::dragAddsOnePeer()
{
    Bench bench;
    Flows flows(bench);
    const auto before = bench.session.answers();
    QSignalSpy wanted(&bench.navigator, &Navigator::questionWanted);
    flows.drag(flows.service("web"), flows.service("cache"));
    QCOMPARE(bench.peersOf(0).size(), std::size_t{2});
    const Peer &peer = bench.peersOf(0).back();
    QCOMPARE(peer.direction, Direction::To);
    QCOMPARE(peer.kind, PeerKind::Service);
    QCOMPARE(peer.service, std::string("cache"));
    QCOMPARE(wanted.size(), 1);
    const auto place = wanted.first().first().value<AnswerPlace>();
    QCOMPARE(place.question->id, std::string_view("service.peer.purpose"));
    QCOMPARE(bench.navigator.step(), Step::Peers);

    // The new arrow appears and is selected.
    Flows::waitFor([&] { return flows.arrow("web", "cache") >= 0; });
    QCOMPARE(flows.scene().chosenArrow(), flows.arrow("web", "cache"));
    bench.session.undoStack().undo();
    QCOMPARE(bench.session.answers(), before);
    Flows::waitFor([&] { return flows.arrow("web", "cache") < 0; });
}

void TestPictures::dragOntoTheOutside()
{
    Bench bench;
    Flows flows(bench);
    flows.drag(flows.service("db"), flows.outside(FlowNode::Kind::Name, false));
    QCOMPARE(bench.peersOf(3).size(), std::size_t{1});
    QCOMPARE(bench.peersOf(3).front().kind, PeerKind::Name);
    QCOMPARE(bench.peersOf(3).front().name, std::string("smtp.example.org"));
    QCOMPARE(bench.navigator.step(), Step::Peers);
    bench.session.undoStack().undo();

    flows.drag(flows.outside(FlowNode::Kind::Ingress, true), flows.service("api"));
    QCOMPARE(bench.peersOf(1).back().direction, Direction::From);
    QCOMPARE(bench.peersOf(1).back().kind, PeerKind::Ingress);
}

void TestPictures::dragAlongAnArrowSelectsIt()
{
    Bench bench;
    Flows flows(bench);
    flows.drag(flows.service("api"), flows.service("db"));
    QCOMPARE(flows.scene().chosenArrow(), flows.arrow("api", "db"));
    QVERIFY(!bench.session.undoStack().canUndo());
    auto *details = flows.picture.findChild<QWidget *>(QStringLiteral("flow-details"));
    QVERIFY(details->accessibleName().contains(QStringLiteral("Varer, kunder og ordrer")));

    QSignalSpy wanted(&bench.navigator, &Navigator::questionWanted);
    auto *button = flows.picture.findChild<QToolButton *>(QStringLiteral("flow-go-to"));
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(wanted.size(), 1);
    const auto place = wanted.first().first().value<AnswerPlace>();
    QCOMPARE(keyOf(place), std::string("services#1/peers#0/service"));
}

void TestPictures::escapeCancelsTheDrag()
{
    Bench bench;
    Flows flows(bench);
    const QPoint end = flows.picture.view().placeOfNode(flows.service("cache"));
    flows.drag(flows.service("web"), flows.service("cache"), false);
    QVERIFY(flows.picture.view().isDrawing());
    QVERIFY(flows.scene().nodeItem(flows.service("cache"))->look().target);
    QTest::keyClick(&flows.picture.view(), Qt::Key_Escape);
    QVERIFY(!flows.picture.view().isDrawing());
    QTest::mouseRelease(flows.canvas(), Qt::LeftButton, {}, end);
    QVERIFY(!bench.session.undoStack().canUndo());
}

void TestPictures::refusedDragSaysWhy()
{
    Bench bench;
    Flows flows(bench);
    flows.drag(flows.service("api"), flows.outside(FlowNode::Kind::Ingress, true));
    QVERIFY(!bench.session.undoStack().canUndo());
    auto *details = flows.picture.findChild<QWidget *>(QStringLiteral("flow-details"));
    QVERIFY(details->accessibleName().contains(QStringLiteral("nothing connects to it")));
}

void TestPictures::keyListsTargets()
{
    Bench bench;
    Flows flows(bench);
    FlowView &view = flows.picture.view();
    QTest::mouseClick(flows.canvas(), Qt::LeftButton, {}, view.placeOfNode(flows.service("web")));
    QTest::keyClick(&view, Qt::Key_F);
    auto *menu = view.findChild<QMenu *>(QStringLiteral("flow-targets"));
    QVERIFY(menu != nullptr);
    QStringList names;
    QAction *cache = nullptr;
    for (QAction *action : menu->actions()) {
        names += action->text();
        if (action->text() == QStringLiteral("cache"))
            cache = action;
    }
    QVERIFY(names.contains(QStringLiteral("api")));
    QVERIFY(!names.contains(QStringLiteral("web")));
    QVERIFY(cache != nullptr);
    cache->trigger();
    QCOMPARE(bench.peersOf(0).back().service, std::string("cache"));
}

void TestPictures::deleteRemovesThePeer()
{
    Bench bench;
    Flows flows(bench);
    FlowView &view = flows.picture.view();
    const auto before = bench.session.answers();
    QTest::mouseClick(flows.canvas(), Qt::LeftButton, {},
                      view.placeOfArrow(flows.arrow("web", "api")));
    QCOMPARE(flows.scene().chosenArrow(), flows.arrow("web", "api"));
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(bench.peersOf(0).size(), std::size_t{0});
    Flows::waitFor([&] { return flows.arrow("web", "api") < 0; });
    bench.session.undoStack().undo();
    QCOMPARE(bench.session.answers(), before);
}

void TestPictures::deleteRemovesAFlowThatBothEndsDeclare()
{
    Bench bench;
    bench.change([](Answers &answers) {
        answers.services[1].peers.push_back(
            {.direction = Direction::From, .kind = PeerKind::Service, .service = "web"});
    });
    const FlowGraph flows = flowGraphOf(*bench.session.result()->outcome.plan);
    const int arrow = flows.arrowBetween(0, 1);
    QCOMPARE(peersOf(bench.session.answers(), flows, flows.arrow(arrow)).size(), std::size_t{2});
    const int steps = bench.session.undoStack().count();
    QVERIFY(removeFlow(bench.session, flows, flows.arrow(arrow)));
    QCOMPARE(bench.session.undoStack().count(), steps + 1);
    bench.wait();
    QVERIFY(!flowGraphOf(*bench.session.result()->outcome.plan).allows(0, 1));
}

void TestPictures::everyDeclaredArrowHasAPeer()
{
    for (const test::Case &one : test::goldenCases()) {
        Session session;
        QVERIFY(session.open(one.profile));
        QVERIFY(QTest::qWaitFor([&] { return !session.isPending(); }, 20000));
        const auto &plan = session.result()->outcome.plan;
        QVERIFY(plan.has_value());
        const FlowGraph flows = flowGraphOf(*plan);
        for (std::size_t i = 0; i < flows.arrows.size(); ++i) {
            const FlowArrow &arrow = flows.arrows[i];
            const AnswerPlace place = questionOf(session.answers(), flows, arrow);
            const QString text =
                one.name + QStringLiteral(": ") + sentenceAboutArrow(flows, static_cast<int>(i));
            if (arrow.isDeclared()) {
                QVERIFY2(!place.isNull(), qPrintable(text));
                QCOMPARE(place.record.type().id, std::string_view("service.peer"));
            } else if (!flows.node(arrow.to).generated) {
                QVERIFY2(!place.isNull(), qPrintable(text));
            }
        }
    }
}

void TestPictures::derivedArrowLeadsToThePort()
{
    Bench bench;
    const FlowGraph flows = flowGraphOf(*bench.session.result()->outcome.plan);
    int found = 0;
    for (const FlowArrow &arrow : flows.arrows) {
        if (arrow.isDeclared())
            continue;
        ++found;
        QCOMPARE(questionOf(bench.session.answers(), flows, arrow).question->id,
                 std::string_view("service.port.exposure"));
        QVERIFY(!removeFlow(bench.session, flows, arrow));
    }
    QVERIFY(found >= 2);
}

void TestPictures::exportsSvg()
{
    Bench bench;
    Flows flows(bench);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flows.svg"));
    QTest::mouseClick(flows.canvas(), Qt::LeftButton, {},
                      flows.picture.view().placeOfNode(flows.service("api")));
    setAppearance(Appearance::Dark);
    const auto written = flows.picture.exportTo(path);
    setAppearance(Appearance::Light);
    QVERIFY(written.has_value());
    QCOMPARE(flows.scene().chosenNode(), flows.service("api")); // as before

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QXmlStreamReader xml(svg);
    QString title;
    QStringList words;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("title"))
            title = xml.readElementText();
        else if (xml.name() == QStringLiteral("text"))
            words += xml.readElementText().trimmed();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(title, QStringLiteral("nettbutikk"));
    for (const char *word : {"nettbutikk", "api", "db", "5432/tcp", "Everything else is denied."})
        QVERIFY2(words.contains(QLatin1StringView(word)), word);
    QVERIFY(svg.contains("#ffffff") && !svg.contains("#11151a"));
}

void TestPictures::exportsPng()
{
    Bench bench;
    Flows flows(bench);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flows.png"));
    QVERIFY(flows.picture.exportTo(path).has_value());
    const QImage image(path);
    QVERIFY(image.width() >= 2 * flows.scene().sceneRect().width());
    QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("nettbutikk"));
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
}

void TestPictures::exportRefuses()
{
    Bench bench;
    Flows flows(bench);
    const QTemporaryDir folder;
    QVERIFY(!flows.picture.exportTo(folder.filePath(QStringLiteral("flows.bmp"))));
    const auto refused = flows.picture.exportTo(folder.filePath(QStringLiteral("no/flows.svg")));
    QVERIFY(!refused && !refused.error().isEmpty());
}

void TestPictures::emptyProfileSaysWhatToDo()
{
    Bench bench;
    Flows flows(bench);
    bench.session.start({});
    auto *empty = flows.picture.findChild<QWidget *>(QStringLiteral("flow-empty"));
    QVERIFY(QTest::qWaitFor([&] { return empty->isVisible(); }));
    flows.picture.findChild<QAbstractButton *>(QStringLiteral("flow-add-service"))->click();
    QCOMPARE(bench.navigator.step(), Step::Services);
    QVERIFY(!flows.picture.exportTo(QStringLiteral("/tmp/nothing.svg")));
}

void TestPictures::manyServices()
{
    Bench bench;
    bench.change([](Answers &answers) {
        const Service pattern = answers.services[1];
        for (int i = 0; i < 45; ++i) {
            Service service = pattern;
            service.name = "api-" + std::to_string(i);
            answers.services.push_back(service);
        }
    });
    Flows flows(bench);
    QCOMPARE(flows.scene().flows().serviceCount(), 50);
    const Graph graph = graphOf(flows.scene().flows());
    checkPlaces(graph, layOut(graph));
    QVERIFY(flows.picture.view().transform().m11() >= 0.45); // legible; the rest is scrolled to
}

void TestPictures::followsLightAndDark()
{
    Bench bench;
    Flows flows(bench);
    const QColor light = flows.scene().ink().background;
    setAppearance(Appearance::Dark);
    QVERIFY(QTest::qWaitFor([&] { return flows.scene().ink().background != light; }));
    const QImage dark = flows.picture.grab().toImage();
    setAppearance(Appearance::Light);
    QVERIFY(QTest::qWaitFor([&] { return flows.scene().ink().background == light; }));
    QVERIFY(dark.pixelColor(20, dark.height() / 2).lightness() < 100);
}

void TestPictures::thumbnails()
{
    for (const test::Case &one : test::goldenCases()) {
        const Outcome outcome = makePlan(test::readAll(one.profile));
        QVERIFY(outcome.plan.has_value());
        const QPixmap small = flowThumbnail(*outcome.plan, QSize(160, 90), 2);
        QCOMPARE(small.size(), QSize(320, 180));
        QCOMPARE(small.devicePixelRatio(), 2.0);
        QVERIFY(small.toImage().allGray() == false || outcome.plan->flows.empty());
    }
}

void TestPictures::barsAddUp()
{
    for (const test::Case &one : test::goldenCases()) {
        const Outcome outcome = makePlan(test::readAll(one.profile));
        const MachinePlan &machine = outcome.plan->host.machine;
        const MachineBars bars = machineBarsOf(*outcome.plan);
        QCOMPARE(bars.bars.size(), std::size_t{3});
        QCOMPARE(bars.bars[0].used, machine.limits.value + machine.reserve.value);
        QCOMPARE(bars.bars[1].used, machine.cpuRequests.milli + catalogue().host.reserve.cpu.milli);
        QCOMPARE(bars.bars[2].used,
                 machine.storage.value + catalogue().host.reserve.diskFixed.value);
        QCOMPARE(bars.machine.contains(QStringLiteral("Chosen from")), machine.derived);
    }
}

void TestPictures::overCommitIsSaid()
{
    Bench bench;
    ResourcePicture picture(bench.context);
    picture.resize(600, picture.sizeHint().height());
    picture.show();
    auto *bar = picture.findChild<StackBar *>(QStringLiteral("memory-bar"));
    QVERIFY(!bar->bar().isOver());
    bench.change([](Answers &answers) { answers.host.memory = Bytes{std::int64_t{2} << 30U}; });
    QVERIFY(bar->bar().isOver());
    QVERIFY(bar->bar().summary.contains(QStringLiteral("GiB more than the machine has")));
    QVERIFY(bar->accessibleName().contains(bar->bar().summary));
    QVERIFY(!picture.grab().isNull());
}

void TestPictures::barLeadsToTheQuestion()
{
    Bench bench;
    ResourcePicture picture(bench.context);
    picture.resize(600, picture.sizeHint().height());
    picture.show();
    auto *bar = picture.findChild<StackBar *>(QStringLiteral("memory-bar"));
    QTest::keyClick(bar, Qt::Key_Home);
    QTest::keyClick(bar, Qt::Key_Right);
    QCOMPARE(bar->currentPart(), 1);
    QVERIFY(bar->accessibleDescription().startsWith(QStringLiteral("api")));
    QSignalSpy wanted(&bench.navigator, &Navigator::questionWanted);
    QTest::keyClick(bar, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    const auto place = wanted.first().first().value<AnswerPlace>();
    QCOMPARE(place.question->id, std::string_view("service.resources.memory"));
    QCOMPARE(place.record.service(), 1);
    QTest::keyClick(bar, Qt::Key_End);
    QTest::keyClick(bar, Qt::Key_Left);
    QTest::keyClick(bar, Qt::Key_Return);
    QCOMPARE(wanted.last().first().value<AnswerPlace>().question->id,
             std::string_view("host.memory"));
}

void TestPictures::smallServicesAreSummed()
{
    Bench bench;
    bench.change([](Answers &answers) {
        const Service pattern = answers.services[1];
        for (int i = 0; i < 45; ++i) {
            answers.services.push_back(pattern);
            answers.services.back().name = "api-" + std::to_string(i);
        }
        answers.host.memory.reset();
    });
    const MachineBars bars = machineBarsOf(*bench.session.result()->outcome.plan);
    const auto &parts = bars.bars[0].parts;
    QVERIFY(parts.size() <= 16);
    const auto more = std::ranges::find(parts, BarPart::Kind::More, &BarPart::kind);
    QVERIFY(more != parts.end());
    QVERIFY(more->name.startsWith(QStringLiteral("+ ")));
    QVERIFY(more->details.contains(QStringLiteral("api-44: 512 MiB")));
}

void TestPictures::matrixHasARowPerControl()
{
    Bench bench;
    CoverageMatrix matrix(bench.context);
    auto *table = matrix.findChild<QTableView *>(QStringLiteral("coverage-table"));
    QCOMPARE(table->model()->rowCount(), static_cast<int>(kControlCount));
    QCOMPARE(table->model()->columnCount(), static_cast<int>(kColumnCount));
    const auto order = catalogue().controlsInOrder();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        QCOMPARE(table->model()->headerData(row, Qt::Vertical).toString().toStdString(),
                 order[static_cast<std::size_t>(row)]->title.en);
        for (int column = 0; column < table->model()->columnCount(); ++column)
            QVERIFY(!table->model()->index(row, column).data().toString().isEmpty());
    }
}

void TestPictures::matrixSaysWhatHardeningSays()
{
    Bench bench;
    CoverageModel model;
    QVERIFY(model.index(0, 1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("shows as: user")));
    model.setResult(bench.session.shown());
    const Artifact *page = bench.session.shown()->outcome.bundle.find("HARDENING.md");
    QVERIFY(page != nullptr);
    const QString text = QString::fromStdString(page->text);
    int lines = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (const auto line = model.firstLine(model.index(row, column))) {
                ++lines;
                QVERIFY(text.contains(QStringLiteral("`%1:%2`").arg(line->path).arg(line->line)));
            }
    QVERIFY(lines > 40);

    bench.change([](Answers &answers) {
        answers.services[1].waivers.push_back({"read-only-root", "It writes to its own folder"});
    });
    model.setResult(bench.session.shown());
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells += model.index(row, 1).data().toString();
    QVERIFY(std::ranges::any_of(cells, [](const QString &cell) {
        return cell.contains(QStringLiteral("waived for api"));
    }));
}

void TestPictures::matrixLeadsToTheLine()
{
    Bench bench;
    CoverageMatrix matrix(bench.context);
    matrix.resize(800, 400);
    matrix.show();
    auto *table = matrix.findChild<QTableView *>(QStringLiteral("coverage-table"));
    table->setCurrentIndex(table->model()->index(0, 1));
    auto *details = matrix.findChild<QWidget *>(QStringLiteral("coverage-details"));
    QVERIFY(details->accessibleName().contains(QStringLiteral("shows as: user")));
    QSignalSpy wanted(&bench.navigator, &Navigator::artifactWanted);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("compose.yaml"));
    const int line = wanted.first().at(1).toInt();
    const Artifact *file = bench.session.shown()->outcome.bundle.find("compose.yaml");
    QVERIFY(QString::fromStdString(file->text)
                .split(QLatin1Char('\n'))
                .at(line - 1)
                .contains(QStringLiteral("user:")));
}

void TestPictures::matrixFilters()
{
    Bench bench;
    CoverageMatrix matrix(bench.context);
    matrix.resize(800, 400);
    matrix.show();
    auto *table = matrix.findChild<QTableView *>(QStringLiteral("coverage-table"));
    auto *field = matrix.findChild<QLineEdit *>(QStringLiteral("coverage-filter"));
    QTest::keyClicks(field, QStringLiteral("read_only"));
    QVERIFY(table->model()->rowCount() >= 1);
    QVERIFY(table->model()->rowCount() < static_cast<int>(kControlCount) / 2);
    QTest::keyClicks(field, QStringLiteral(" zzzz"));
    QVERIFY(matrix.findChild<QWidget *>(QStringLiteral("coverage-nothing"))->isVisible());
    field->clear();
    QCOMPARE(table->model()->rowCount(), static_cast<int>(kControlCount));
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
