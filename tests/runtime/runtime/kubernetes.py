# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The Kubernetes form of a bundle, as far as podman kube play understands it.

The containers of the pods are the bundle's: image, command, environment, security context, limits, mounts.
What podman does not know is put into its words or left out; DIFFERENCES says all of it.
"""

from pathlib import Path

import yaml

from .case import Case
from .tools import Failed, run
from .workload import Workload, until

DIFFERENCES = [
    "a Deployment or StatefulSet becomes one pod; its volume claims become volumes of their names",
    "files of config maps are mounted from a folder: podman 4.3 cannot mount one file of a map",
    "services become names on one network; ingress and network policies have no counterpart",
    "secrets come from a folder with the files that secrets/README.md makes for Compose: podman 4.3 gives a container "
    "its secrets as base64",
    "ports are published where Compose publishes them; podman 4.3 would publish all",
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


def _secret(pod: str, volume: dict, bundle: Path, work: Path) -> dict:
    """The volume in podman's words: a folder with what secrets/README.md made."""
    folder = work / "pods" / pod
    folder.mkdir(parents=True)
    for source in volume["projected"]["sources"]:
        for item in source["secret"]["items"]:
            run(["cp", "--preserve=all", bundle / "secrets" / item["key"], folder / item["path"]])
    return {"name": volume["name"], "hostPath": {"path": str(folder), "type": "Directory"}}


def _config(pod: str, mount: dict, text: str, work: Path) -> dict:
    """One file of a config map: podman 4.3 cannot mount it alone."""
    file = work / "pods" / f"{pod}-{mount['subPath']}"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return {"name": mount["name"], "hostPath": {"path": str(file), "type": "File"}}


def _pod(controller: dict, maps: dict[str, dict], bundle: Path, work: Path, published: dict[int, int]) -> dict:
    """The pod in podman's words. `maps`: the data of the config maps."""
    name = controller["metadata"]["name"]
    spec = controller["spec"]["template"]["spec"]
    volumes, kept_out = [], set()
    mounts = {mount["name"]: mount for container in spec["containers"] for mount in container.get("volumeMounts", [])}
    for volume in spec.get("volumes", []):
        if "projected" in volume:
            volume = _secret(name, volume, bundle, work)
        if "configMap" in volume and "subPath" in mounts[volume["name"]]:
            mount = mounts[volume["name"]]
            volume = _config(name, mount, maps[volume["configMap"]["name"]][mount["subPath"]], work)
            del mount["subPath"]
        if "emptyDir" in volume:
            if volume["name"] == "shared-memory":
                kept_out.add(volume["name"])
                continue
            volume = {"name": volume["name"], "emptyDir": {}}
        volumes.append(volume)
    for claim in controller["spec"].get("volumeClaimTemplates", []):
        held = claim["metadata"]["name"]
        volumes.append({"name": held, "persistentVolumeClaim": {"claimName": held}})
    containers = []
    for container in spec["containers"]:
        container = {key: value for key, value in container.items() if not key.endswith("Probe")}
        container["imagePullPolicy"] = "Never"
        container["volumeMounts"] = [mount for mount in container.get("volumeMounts", []) if mount["name"] not in kept_out]
        container["ports"] = [{**port, "hostPort": published[port["containerPort"]]} for port in container.get("ports", [])
                              if port["containerPort"] in published]
        containers.append(container)
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "labels": controller["spec"]["template"]["metadata"]["labels"]},
           "spec": {"restartPolicy": "Always", "securityContext": spec.get("securityContext", {}),
                    "containers": containers, "volumes": volumes}}


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
        maps = {document["metadata"]["name"]: document["data"] for document in documents if document["kind"] == "ConfigMap"}
        pods = []
        for controller in documents:
            name = controller["metadata"]["name"]
            if controller["kind"] in ("Deployment", "StatefulSet") and name in self.services:
                published = _published(self.file["services"][name])
                pods.append(_pod(controller, maps, case.bundle, case.folder / "work", published))
        self._file.write_text("---\n".join(yaml.safe_dump(pod) for pod in pods))

    def container(self, service: str, number: int = 1) -> str:
        return f"{service}-{service}"

    def up(self, timeout: int = 100) -> None:
        if _NETWORK not in run(["podman", "network", "ls", "--format", "{{.Name}}"]).split():
            run(["podman", "network", "create", _NETWORK])
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

    def restart(self, timeout: int = 100) -> None:
        run(["podman", "kube", "down", self._file], timeout=180)
        self.up(timeout)

    def down(self) -> None:
        run(["podman", "pod", "rm", "--all", "--force"], timeout=60)
        run(["podman", "volume", "rm", "--all", "--force"])
        run(["podman", "secret", "rm", "--all"], ok=(0, 1))
        run(["podman", "network", "rm", "--force", _NETWORK])
