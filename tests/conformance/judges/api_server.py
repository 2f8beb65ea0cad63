# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Kubernetes: a real API server with its controllers takes the manifests the way a reader applies them.

Every warning and refusal of kubectl is a finding, and so is a pod that the controllers could not
make, because Pod Security, the quota or the limits of the namespace refused it.
"""

import json
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from conformance import files, toolbox
from conformance.control_plane import ControlPlane
from conformance.judge import Finding, Judge, NotInstallable, Verdict

SOURCE = toolbox.HERE / "go" / "apiserver"  # its go.mod pins the release
PROGRAMS = ("kube-apiserver", "kube-controller-manager", "kubectl")
KUSTOMIZATION = "kubernetes/kustomization.yaml"
LEVEL = "pod-security.kubernetes.io"
POD_SECONDS = 90
BUILD_SECONDS = 3600


def _pinned() -> str:
    return re.search(r"^require k8s\.io/kubernetes v(\S+)$", (SOURCE / "go.mod").read_text(), re.MULTILINE)[1]


@dataclass
class Trial:
    """One bundle on its way through the server."""

    bundle: Path
    objects: list[dict]
    namespace: str  # where its objects go
    flags: list[str]  # what its README says to give "kubectl apply"
    findings: list[Finding] = field(default_factory=list)

    def add(self, rule: str, message: str, value: dict | None = None) -> None:
        name = files.object_name(value) if value else ""
        file, line = files.places(self.bundle).get(name, (KUSTOMIZATION, None))
        finding = Finding(rule, file, line, message, name)
        if finding not in self.findings:
            self.findings.append(finding)

    def refused(self, value: dict) -> bool:
        name = files.object_name(value)
        return any(finding.rule == "refused" and finding.object == name for finding in self.findings)


class ApiServer(Judge):
    name = "api-server"
    what = "Kubernetes: applied to a real API server with controllers, Pod Security enforced"
    tier = 2
    version = _pinned()
    looks_at = ("kubernetes/**/*.yaml",)
    BAD_RULES = ("refused", "custom-resource", "warning", "pod-security-warning", "pod-refused")

    def install(self, tools: Path) -> None:
        self.programs = tools / f"api-server-{self.version}"
        self.etcd = toolbox.unpack(tools / "etcd", "etcd-server") / "usr" / "bin" / "etcd"
        if all((self.programs / name).exists() for name in PROGRAMS):
            return
        self.programs.mkdir(parents=True, exist_ok=True)
        major, minor, _ = self.version.split(".")
        stamp = {"gitVersion": f"v{self.version}", "gitMajor": major, "gitMinor": minor}
        flags = " ".join(["-s", "-w", *(f"-X=k8s.io/component-base/version.{key}={value}" for key, value in stamp.items())])
        try:
            toolbox.run(
                [toolbox.go(), "build", "-p", "2", "-mod=readonly", "-trimpath", f"-ldflags={flags}",
                 "-o", f"{self.programs}/", *(f"k8s.io/kubernetes/cmd/{name}" for name in PROGRAMS)],
                cwd=SOURCE, timeout=BUILD_SECONDS)
        except toolbox.ToolFailed as error:
            raise NotInstallable(f"Kubernetes {self.version} does not build: {error}") from error

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        verdicts = {}
        trials = []
        for bundle in bundles:
            verdicts[bundle] = Verdict(_read(bundle), [])
            if verdicts[bundle].files:
                trials.append(self._render(bundle))
        for number, together in enumerate(_rounds(trials)):
            with ControlPlane(self.etcd, self.programs, work / str(number)) as plane:
                for trial in together:
                    _apply(plane, trial)
                _wait_for_pods(plane, together)
        for trial in trials:
            verdicts[trial.bundle].findings = trial.findings
        return verdicts

    def _render(self, bundle: Path) -> Trial:
        if (bundle / KUSTOMIZATION).exists():
            text = toolbox.run([self.programs / "kubectl", "kustomize", bundle / "kubernetes"]).stdout
            objects = [value for value in files.load_all(text) if value]
        else:
            objects = [value for file in files.manifests(bundle) for _, value in files.documents(file)]
        own = [value["metadata"]["name"] for value in objects if value["kind"] == "Namespace"]
        namespace = own[0] if own else re.sub("[^a-z0-9]+", "-", f"bundle-{bundle.name.lower()}")
        return Trial(bundle, objects, namespace, _told_flags(bundle))


def _told_flags(bundle: Path) -> list[str]:
    readme = bundle / "README.md"
    told = re.search(r"kubectl apply (.*)-k kubernetes/", readme.read_text()) if readme.exists() else None
    return told[1].split() if told else []


def _read(bundle: Path) -> list[str]:
    """What kubectl reads: the kustomization and what it names, or all there is."""
    kustomization = bundle / KUSTOMIZATION
    if not kustomization.exists():
        return [str(file.relative_to(bundle)) for file in files.manifests(bundle)]
    named = files.load(kustomization.read_text()).get("resources", [])
    return [KUSTOMIZATION, *(f"kubernetes/{name}" for name in named)]


def _rounds(trials: list[Trial]) -> list[list[Trial]]:
    """Bundles that use the same namespace do not meet on one server."""
    rounds: list[list[Trial]] = []
    for trial in trials:
        fitting = (one for one in rounds if all(trial.namespace != other.namespace for other in one))
        found = next(fitting, None)
        if found is None:
            rounds.append(found := [])
        found.append(trial)
    return rounds


def _namespaces(plane: ControlPlane, trial: Trial) -> None:
    """The bundle's own, or one it needs; at the strictest level where the bundle names none."""
    own = [value for value in trial.objects if value["kind"] == "Namespace"]
    for value in own or [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": trial.namespace}}]:
        for rule, message in _said(_apply_one(plane, trial, value)):
            trial.add(rule, message, value)
        if f"{LEVEL}/enforce" not in (value["metadata"].get("labels") or {}):
            levels = [f"{LEVEL}/{mode}=restricted" for mode in ("enforce", "audit", "warn")]
            plane.kubectl("label", "namespace", value["metadata"]["name"], *levels)


def _apply(plane: ControlPlane, trial: Trial) -> None:
    if (trial.bundle / KUSTOMIZATION).exists():
        everything = ["--kustomize", trial.bundle / "kubernetes"]
    else:
        everything = ["--namespace", trial.namespace, "--recursive", "--filename", trial.bundle / "kubernetes"]
    # A dry run cannot put anything into a namespace that does not exist yet.
    _namespaces(plane, trial)
    for how in (["--dry-run=server"], []):
        said = _said(plane.kubectl("apply", *trial.flags, *how, *everything))
        if said:
            _find_out(plane, trial, said)


def _apply_one(plane: ControlPlane, trial: Trial, value: dict, *how: str):
    return plane.kubectl("apply", *trial.flags, *how, "--namespace", trial.namespace, "--filename", "-",
                         text=json.dumps(value))


def _find_out(plane: ControlPlane, trial: Trial, said: list[tuple[str, str]]) -> None:
    """kubectl's warnings do not name the object, so each is sent alone; what none repeats is about them all."""
    known = {finding.message for finding in trial.findings}
    if all(message in known for _, message in said):
        return
    for value in trial.objects:
        for rule, message in _said(_apply_one(plane, trial, value, "--dry-run=server")):
            trial.add(rule, message, value)
    found = {finding.rule for finding in trial.findings}
    for rule, message in said:
        if rule not in found:
            trial.add(rule, message)


def _said(answer) -> list[tuple[str, str]]:
    """Rule and text of each complaint."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, answer.stderr.splitlines())):
        if lines and (line[0] == "*" or line[0].islower() and not line.startswith("error")):
            lines[-1] += f" {line}"  # the rest of a sentence
        else:
            lines.append(line)
    if answer.returncode and not lines:
        lines = [f"kubectl ended with {answer.returncode}"]
    return [(_rule(line), line) for line in lines]


def _rule(line: str) -> str:
    if line.startswith("Warning:"):
        return "pod-security-warning" if "would violate PodSecurity" in line else "warning"
    return "custom-resource" if "no matches for kind" in line else "refused"


def _expected_pods(value: dict) -> int | None:
    """How many pods the controllers make without a node; None for what makes no pods."""
    spec = value.get("spec") or {}
    match value["kind"]:
        case "Deployment":
            return spec.get("replicas", 1)
        case "StatefulSet":  # one after the other, each waits until the one before is ready
            wanted = spec.get("replicas", 1)
            return wanted if spec.get("podManagementPolicy") == "Parallel" else min(1, wanted)
        case "Job":
            return 1
    return None


def _made_by(pod: dict, workload: dict) -> bool:
    labels = pod["metadata"].get("labels", {})
    wanted = ((workload["spec"].get("selector") or {}).get("matchLabels")
              or {"batch.kubernetes.io/job-name": workload["metadata"]["name"]})
    return wanted.items() <= labels.items()


def _wait_for_pods(plane: ControlPlane, trials: list[Trial]) -> None:
    waiting = [
        (trial, value) for trial in trials for value in trial.objects
        if _expected_pods(value) and not trial.refused(value)
    ]
    refused = []
    deadline = time.monotonic() + POD_SECONDS
    while waiting and time.monotonic() < deadline:
        pods = plane.items("pods", "--all-namespaces")
        waiting = [
            (trial, value) for trial, value in waiting
            if sum(pod["metadata"]["namespace"] == trial.namespace and _made_by(pod, value) for pod in pods)
            < _expected_pods(value)
        ]
        # Controllers try again what the quota refused, which is not counted yet at first; not what Pod Security did.
        events = plane.items("events", "--all-namespaces", "--field-selector=reason=FailedCreate")
        final = [one for one in waiting if "violates PodSecurity" in _why_not(events, *one)]
        refused += [(*one, _why_not(events, *one)) for one in final]
        waiting = [one for one in waiting if one not in final]
        time.sleep(1)
    refused += [(*one, _why_not(events, *one)) for one in waiting]
    for trial, value, why in refused:
        trial.add("pod-refused", why or f"fewer than {_expected_pods(value)} pods, and no event says why", value)
    for trial in trials:
        for value in trial.objects:
            # There is no node for it, or it makes pods at a time: say so instead of passing it.
            if value["kind"] in ("DaemonSet", "CronJob", "ReplicaSet", "ReplicationController", "Pod"):
                trial.add("pod-unseen", f"this judge sees no pod of a {value['kind']} made", value)


def _why_not(events: list[dict], trial: Trial, value: dict) -> str:
    """What the controller of a workload says last about a pod it could not make."""
    maker = re.compile(rf"{re.escape(value['metadata']['name'])}(-[a-z0-9]+)?")
    about = [
        event for event in events
        if event["metadata"]["namespace"] == trial.namespace and maker.fullmatch(event["involvedObject"]["name"])
    ]
    return max(about, key=lambda event: event.get("lastTimestamp") or "")["message"] if about else ""
