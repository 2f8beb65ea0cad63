// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/ci/files.h"
#include "core/yaml/writer.h"

namespace skanse::render {

namespace {

using enum ControlId;
using yaml::Node;

// GitHub's own actions, by the commits of their releases v6.0.1 and v6.0.0.
constexpr std::string_view kCheckout = "actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8";
constexpr std::string_view kUpload =
    "actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f";

class Workflow
{
public:
    explicit Workflow(const Request &request) : m_request(request), m_plan(request.plan()) {}

    Node tree()
    {
        Node root = Node::map();
        root.add("name", "Skanse");
        triggers(root);
        root.add("permissions", Node::map())
            .why(m_request.why(least_token))
            .add("contents", "read");
        Node &concurrency = root.add("concurrency", Node::map());
        concurrency.add("group", "skanse-${{ github.ref }}");
        concurrency.add("cancel-in-progress", true);
        Node &jobs = root.add("jobs", Node::map());
        jobs.add("lint", lint());
        jobs.add("images", images());
        return root;
    }

private:
    static void triggers(Node &root)
    {
        Node &on = root.add("on", Node::map());
        on.add("push", Node::map()).add("branches", Node::list({"main"})).flow();
        on.add("pull_request", Node::map()).add("branches", Node::list({"**"})).flow();
        Node &schedule = on.add("schedule", Node::list());
        schedule.append(Node::map()).add("cron", "17 4 * * 1");
        on.add("workflow_dispatch", Node::map());
    }

    [[nodiscard]] Node job(const StaticProse &name, int minutes) const
    {
        Node job = Node::map();
        job.add("name", m_request.say(name));
        job.add("runs-on", "ubuntu-24.04");
        job.add("timeout-minutes", minutes);
        return job;
    }

    [[nodiscard]] Node lint() const
    {
        Node result = job({"Lint", "Kontroller filene"}, 15);
        Node &steps = result.add("steps", Node::list());
        checkout(steps);
        for (const Gate &gate : ciLintGates(m_plan))
            run(steps, gate);
        return result;
    }

    [[nodiscard]] Node images() const
    {
        Node result = job({"Images", "Image"}, 60);
        result.add("needs", "lint");
        Node &steps = result.add("steps", Node::list());
        checkout(steps);
        for (const Gate &gate : ciImageGates(m_plan))
            run(steps, gate);
        Node &keep = steps.append(Node::map()).why(m_request.why({sbom, pinned_actions}));
        keep.add("name", m_request.say(StaticProse{"Keep the lists", "Ta vare på listene"}));
        keep.add("uses", kUpload);
        Node &with = keep.add("with", Node::map());
        with.add("name", "sbom");
        with.add("path", "sbom/");
        with.add("if-no-files-found", "error");
        with.add("retention-days", 90);
        return result;
    }

    void checkout(Node &steps) const
    {
        Node &step = steps.append(Node::map()).why(m_request.why({pinned_actions, least_token}));
        step.add("name", m_request.say(StaticProse{"Fetch the files", "Hent filene"}));
        step.add("uses", kCheckout);
        step.add("with", Node::map()).add("persist-credentials", false);
    }

    void run(Node &steps, const Gate &gate) const
    {
        Node &step = steps.append(Node::map()).why(m_request.why(gate.control));
        step.add("name", m_request.say(gate.title));
        step.add("run", "sh ci/scan.sh " + std::string(gate.name));
    }

    const Request &m_request;
    const Plan &m_plan;
};

} // namespace

yaml::Written ciGithub(const Request &request)
{
    const Node root = Workflow(request).tree();
    return yaml::write(
        std::span(&root, 1),
        request.header(
            {"GitHub Actions. To .github/workflows/skanse.yml; the bundle's folder is the root of "
             "the repository.",
             "GitHub Actions. Til .github/workflows/skanse.yml; pakkens mappe er roten i repoet."}),
        request.commenter());
}

} // namespace skanse::render
