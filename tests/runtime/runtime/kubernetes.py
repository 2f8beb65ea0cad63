# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The Kubernetes form of a bundle, as far as podman kube play understands it.

The containers of the pods are the bundle's: image, command, environment, security context, limits, mounts.
What podman does not know is put into its words or left out; DIFFERENCES says all of it.
"""

import base64
from pathlib import Path

import yaml

from .case import Case
from .tools import Failed, run
from .workload import Workload, until

DIFFERENCES = [
    "a Deployment or StatefulSet becomes one pod; its volume claims become claims of their own",
    "services and ingress become names on one network, and what Compose publishes is published by the pod; "
    "network policies are not enforced",
    "secrets of a projected volume become one secret; group and mode of its files do not hold: podman gives 0644 and root",
    "fsGroup is not known: podman gives a new volume to the user of the container",
    "an emptyDir in memory becomes a volume without a limit of its size, /dev/shm stays the pod's own",
    "probes are left out: podman knows one per container and asks a TCP probe with a program of the image",
    "imagePullPolicy becomes Never: the stand-ins are in no registry",
    "scheduling, service accounts, AppArmor, ephemeral-storage, quotas and disruption budgets have no counterpart",
]
_NETWORK = "cluster"


def _documents(bundle: Path) -> list[dict]:
    return [document for file in sorted((bundle / "kubernetes" / "services").glob("*.yaml"))
            for document in yaml.safe_load_all(file.read_text()) if document]


def _secret(pod: str, volume: dict, bundle: Path) -> tuple[dict, dict]:
    """The volume in podman's words, and the secret it is made of."""
    name = f"{pod}-{volume['name']}"
    items = [item for source in volume["projected"]["sources"] for item in source["secret"]["items"]]
    data = {item["path"]: base64.b64encode((bundle / "secrets" / item["key"]).read_bytes()).decode() for item in items}
    return ({"name": volume["name"], "secret": {"secretName": name}},
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name}, "data": data})


def _claim(name: str) -> dict:
    return {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": name},
            "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}


def _pod(controller: dict, bundle: Path, published: dict[int, int]) -> list[dict]:
    """The pod and what it needs, in podman's words."""
    name = controller["metadata"]["name"]
    spec = controller["spec"]["template"]["spec"]
    extra, volumes, kept_out = [], [], set()
    for volume in spec.get("volumes", []):
        if "projected" in volume:
            volume, secret = _secret(name, volume, bundle)
            extra.append(secret)
        if "emptyDir" in volume:
            if volume["name"] == "shared-memory":
                kept_out.add(volume["name"])
                continue
            volume = {"name": volume["name"], "emptyDir": {}}
        volumes.append(volume)
    for claim in controller["spec"].get("volumeClaimTemplates", []):
        held = claim["metadata"]["name"]
        extra.append(_claim(held))
        volumes.append({"name": held, "persistentVolumeClaim": {"claimName": held}})
    containers = []
    for container in spec["containers"]:
        container = {key: value for key, value in container.items() if not key.endswith("Probe")}
        container["imagePullPolicy"] = "Never"
        container["volumeMounts"] = [mount for mount in container.get("volumeMounts", []) if mount["name"] not in kept_out]
        container["ports"] = [{**port, "hostPort": published[port["containerPort"]]} if port["containerPort"] in published else port
                              for port in container.get("ports", [])]
        containers.append(container)
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "labels": controller["spec"]["template"]["metadata"]["labels"]},
           "spec": {"restartPolicy": "Always", "securityContext": spec.get("securityContext", {}),
                    "containers": containers, "volumes": volumes}}
    return [*extra, pod]


def _published(service: dict) -> dict[int, int]:
    """container port: port of the host, as Compose has it."""
    found = {}
    for words in service.get("ports", []):
        outer, inner = words.split("/")[0].rsplit(":", 2)[-2:]
        found[int(inner)] = int(outer)
    return found


class Pods(Workload):
    """The same workload with the same names for the same work, in pods."""

    knows_health = False

    def __init__(self, case: Case):
        super().__init__(case.bundle, sorted(case.services()))
        self._file = case.folder / "work" / "pods.yaml"
        documents = _documents(case.bundle)
        said = [document for document in documents if document["kind"] == "ConfigMap"]
        for controller in documents:
            name = controller["metadata"]["name"]
            if controller["kind"] in ("Deployment", "StatefulSet") and name in self.services:
                said += _pod(controller, case.bundle, _published(self.file["services"][name]))
        claims = [document for document in documents if document["kind"] == "PersistentVolumeClaim"]
        self._file.write_text("---\n".join(yaml.safe_dump(document) for document in [*claims, *said]))

    def container(self, service: str, number: int = 1) -> str:
        return f"{service}-{service}"

    def up(self, timeout: int = 90) -> None:
        run(["podman", "network", "create", "--ignore", "--internal", _NETWORK])
        run(["podman", "kube", "play", "--network", _NETWORK, self._file], timeout=timeout)
        try:
            until("every pod running and ready", self._ready, timeout)
        except Failed as error:
            raise Failed(f"{error}\n{self.tail()}") from error

    def _ready(self) -> bool:
        """Asked as Compose asks: the bundle's health command, in the container."""
        for service in self.services:
            test = self.file["services"][service].get("healthcheck", {}).get("test", ["NONE"])
            if not self.inspect(service)["State"]["Running"]:
                return False
            if test[0] == "CMD":
                self.inside(service, *[word.replace("$$", "$") for word in test[1:]], timeout=20)
        return True

    def restart(self, timeout: int = 90) -> None:
        run(["podman", "kube", "down", self._file], timeout=180)
        self.up(timeout)

    def down(self) -> None:
        run(["podman", "kube", "down", self._file], timeout=180)
        run(["podman", "pod", "rm", "--all", "--force"], timeout=60)
        run(["podman", "volume", "rm", "--all", "--force"])
        run(["podman", "secret", "rm", "--all"], ok=(0, 1))
        run(["podman", "network", "rm", "--force", _NETWORK])
