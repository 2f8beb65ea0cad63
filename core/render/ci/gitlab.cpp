// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/ci/files.h"
#include "core/yaml/writer.h"

namespace skanse::render {

namespace {

using enum ControlId;
using yaml::Node;

class Pipeline
{
public:
    explicit Pipeline(const Request &request) : m_request(request), m_plan(request.plan()) {}

    Node tree()
    {
        Node root = Node::map();
        workflow(root);
        root.add("stages", Node::list({"lint", "images"})).flow();
        variables(root);
        root.add("default", Node::map()).add("interruptible", true);
        for (const Gate &gate : ciLintGates(m_plan))
            lintJob(root, gate);
        imagesJob(root);
        return root;
    }

private:
    static void workflow(Node &root)
    {
        Node &rules = root.add("workflow", Node::map()).add("rules", Node::list());
        for (const char *rule :
             {"$CI_PIPELINE_SOURCE == \"merge_request_event\"",
              "$CI_PIPELINE_SOURCE == \"schedule\"", "$CI_PIPELINE_SOURCE == \"web\"",
              "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"})
            rules.append(Node::map()).add("if", rule);
    }

    void variables(Node &root) const
    {
        Node &list = root.add("variables", Node::map()).why(m_request.why(pinned_actions));
        list.add("TRIVY_IMAGE", kTrivyImage);
        list.add("HADOLINT_IMAGE", kHadolintImage);
        list.add("KUBECTL_IMAGE", kKubectlImage);
        list.add("DOCKER_IMAGE", kDockerImage);
        list.add("DIND_IMAGE", kDindImage);
    }

    void image(Node &job, std::string_view variable) const
    {
        Node &image = job.add("image", Node::map()).why(m_request.why(pinned_actions));
        image.add("name", variable);
        image.add("entrypoint", Node::list({""})).flow();
    }

    /// A Docker daemon beside the job, with TLS between them.
    void daemon(Node &job) const
    {
        image(job, "$DOCKER_IMAGE");
        Node &service = job.add("services", Node::list()).append(Node::map());
        service.why(m_request.why(pinned_actions));
        service.add("name", "$DIND_IMAGE");
        service.add("alias", "docker");
        Node &variables = job.add("variables", Node::map());
        variables.add("DOCKER_HOST", "tcp://docker:2376");
        variables.add("DOCKER_TLS_CERTDIR", "/certs");
        variables.add("DOCKER_TLS_VERIFY", "1");
        variables.add("DOCKER_CERT_PATH", "/certs/client");
    }

    void script(Node &lines, const Gate &gate) const
    {
        lines.append("sh ci/scan.sh " + std::string(gate.name)).why(m_request.why(gate.control));
    }

    void lintJob(Node &root, const Gate &gate) const
    {
        Node &job = root.add("lint-" + std::string(gate.name), Node::map());
        job.why(m_request.why(lint_gate));
        job.add("stage", "lint");
        if (gate.name == "dockerfiles")
            image(job, "$HADOLINT_IMAGE");
        else if (gate.name == "config")
            image(job, "$TRIVY_IMAGE");
        else if (gate.name == "kubernetes")
            daemon(job);
        else
            image(job, "$DOCKER_IMAGE");
        script(job.add("script", Node::list()), gate);
    }

    void imagesJob(Node &root) const
    {
        Node &job = root.add("images", Node::map());
        job.add("stage", "images");
        if (m_plan.builds())
            daemon(job);
        else
            image(job, "$TRIVY_IMAGE");
        Node &lines = job.add("script", Node::list());
        for (const Gate &gate : ciImageGates(m_plan))
            script(lines, gate);
        Node &artifacts = job.add("artifacts", Node::map()).why(m_request.why(sbom));
        artifacts.add("when", "always");
        artifacts.add("expire_in", "90 days");
        artifacts.add("paths", Node::list({"sbom/"}));
    }

    const Request &m_request;
    const Plan &m_plan;
};

std::vector<std::string> headerOf(const Request &request)
{
    std::vector<std::string> header = request.header(
        {"GitLab CI. To .gitlab-ci.yml; the bundle's folder is the root of the repository.",
         "GitLab CI. Til .gitlab-ci.yml; pakkens mappe er roten i repoet."});
    header.emplace_back(
        request.say(StaticProse{"Add a weekly schedule in the project (Build, Pipeline "
                                "schedules), and keep the job token read-only there.",
                                "Legg til en ukentlig plan i prosjektet (Build, Pipeline "
                                "schedules), og la jobbtokenet bare ha lesetilgang der."}));
    header.emplace_back(request.say(StaticProse{
        "Jobs with docker:dind need a privileged runner: give it no other work.",
        "Jobber med docker:dind trenger en privilegert runner: la den ikke gjøre noe annet."}));
    return header;
}

} // namespace

yaml::Written ciGitlab(const Request &request)
{
    const Node root = Pipeline(request).tree();
    return yaml::write(std::span(&root, 1), headerOf(request), request.commenter());
}

} // namespace skanse::render
