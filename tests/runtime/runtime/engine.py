# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""A podman of our own: settings, images and containers lie in the build tree, nobody else's are touched."""

import os
import resource
import shutil
import subprocess
import time
from pathlib import Path

from . import docker_words
from .tools import BUILD, HERE, Failed, run

STATE = BUILD / "podman"

_SETTINGS = {
    "containers.conf": """
[containers]
default_ulimits = ["nofile={files}:{files}", "nproc=1000:1000"]
log_driver = "k8s-file"
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc_here"
tmp_dir = "{state}/tmp"
[engine.runtimes]
runc_here = ["{state}/runc_here"]
[network]
network_backend = "netavark"
network_config_dir = "{state}/networks"
""",
    "storage.conf": """
[storage]
driver = "overlay"
graphroot = "{state}/storage"
runroot = "{state}/run"
""",
    # Podman hands on next to nothing of the environment, so where notes go stands in the program it calls.
    "runc_here": """
#!/bin/sh
exec /usr/bin/python3 "{here}/engine/runc_here.py" "{state}/notes" "$@"
""",
    "no-logins.json": "{{}}\n",
    "registries.conf": """
unqualified-search-registries = []
short-name-mode = "disabled"
""",
}


def settings(state: Path) -> dict[str, str]:
    """The environment in which podman, buildah and Compose are ours. What ran before is over, as after a boot."""
    state.mkdir(parents=True, exist_ok=True)
    for folder in ("run", "tmp", "networks"):
        shutil.rmtree(state / folder, ignore_errors=True)
    files = min(65536, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    for name, text in _SETTINGS.items():
        (state / name).write_text(text.format(here=HERE, state=state, files=files).lstrip())
    (state / "runc_here").chmod(0o755)
    return {
        "CONTAINERS_CONF": str(state / "containers.conf"),
        "CONTAINERS_STORAGE_CONF": str(state / "storage.conf"),
        "CONTAINERS_REGISTRIES_CONF": str(state / "registries.conf"),
        "REGISTRY_AUTH_FILE": str(state / "no-logins.json"),
        "DOCKER_CONFIG": str(state / "docker"),
        "DOCKER_HOST": f"unix://{state}/docker.sock",
        "PODMAN_IGNORE_CGROUPSV1_WARNING": "1",
        "COMPOSE_ANSI": "never",
        "COMPOSE_PROGRESS": "plain",
        "BUILDAH_ISOLATION": "chroot",
    }


class Engine:
    """The podman service and the socket that Compose talks to. Stopped with the program."""

    def __init__(self, state: Path = STATE):
        os.environ.update(settings(state))
        os.chdir(state)  # conmon leaves a file named oom where it was started
        self._notes = state / "notes"
        self._notes.unlink(missing_ok=True)
        self.podman_socket = state / "podman.sock"
        self.docker_socket = state / "docker.sock"
        for socket in (self.podman_socket, self.docker_socket):
            socket.unlink(missing_ok=True)
        self.clean()
        self._log = (state / "service.log").open("w")
        self._service = subprocess.Popen(["podman", "system", "service", "--time=0", f"unix://{self.podman_socket}"],
                                         stdout=self._log, stderr=self._log)
        end = time.monotonic() + 30
        while not self.podman_socket.exists():
            if time.monotonic() > end or self._service.poll() is not None:
                raise Failed("the podman service did not start, see " + self._log.name)
            time.sleep(0.1)
        docker_words.listen(self.docker_socket, self.podman_socket)

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_) -> None:
        self.clean()
        self._service.terminate()
        self._service.wait(20)
        self._log.close()

    @staticmethod
    def clean() -> None:
        """Removes what an earlier run left; images stay."""
        run(["podman", "pod", "rm", "--all", "--force"])
        run(["podman", "rm", "--all", "--force", "--time=0"])
        run(["podman", "volume", "rm", "--all", "--force"])
        run(["podman", "network", "prune", "--force"])
        run(["podman", "secret", "rm", "--all"], ok=(0, 1))

    def notes(self) -> list[str]:
        """What this machine could not give, as the OCI runtime wrote it down."""
        return sorted(set(self._notes.read_text().splitlines())) if self._notes.exists() else []


def images() -> set[str]:
    """Names of the images that are there."""
    return set(run(["podman", "images", "--format", "{{.Repository}}:{{.Tag}}"]).split())
