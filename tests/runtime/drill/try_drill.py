#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The drill, drilled: on the hardened bundle everything holds, on the naive one it finds what is missing.

Everything happens in namespaces of its own (network, mounts, processes) with no way out of the machine. The
"internet" and the metadata service are listeners in a second network namespace. When the program ends, however
it ends, the kernel ends everything in them.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from runtime.engine import Engine  # noqa: E402
from runtime.tools import TOP, Failed, finished, run  # noqa: E402

BUILD = TOP / "build" / "drill"
IMAGE = "registry.invalid/drill/listener:1.0.0"
PROBE_IMAGE = "registry.invalid/drill/busybox:1.0.0"
INTERNET = "203.0.113.10:443"  # TEST-NET-3
METADATA = "169.254.169.254:80"

SERVICES = ("web", "api", "db")
# Podman masquerades although the Compose file says no.
OPEN_IN_PODMAN = {("web", "reach the metadata service"), ("web", "reach the internet")}
# What Compose cannot express; said, not hidden.
UNTRIED = {(service, "read the token of the cluster's interface") for service in SERVICES} | {
    ("api", "reach web, port 8080"), ("db", "reach api, port 8080"), ("api", "reach the metadata service"),
}
# What succeeds on the naive workload. The rest no engine grants by default (mounting, modules, the clock, filtered
# calls), or stays because it cannot be waived (secrets as files, the limit of open files, noexec).
SUCCEEDS = {(service, attempt) for service in SERVICES for attempt in (
    "run as root", "create a file in the root file system", "become root by a set-user-ID program",
    "hold capabilities", "change the root folder (chroot)", "open a raw socket", "listen on port 81", "fill /tmp",
    "start processes without end", "use more than 64 MiB of memory",
)} | {
    ("web", "reach db, port 5432"), ("db", "reach web, port 8080"),
    *((service, f"reach the {target}") for service in ("web", "db") for target in ("metadata service", "internet")),
}


HELD_IN_PODS = {("web", attempt) for attempt in (
    "run as root", "create a file in the root file system", "hold capabilities", "change the root folder (chroot)",
    "open a raw socket", "make a new mount namespace", "mount a file system", "load a kernel module",
    "set the clock", "make a system call that seccomp filters", "listen on port 81",
    "read the token of the cluster's interface", "use more than 64 MiB of memory",
)}


# --- what is made once ---


def static_busybox() -> Path:
    """The group "runtime" of installer/dependencies.sh brings it."""
    return Path(shutil.which("busybox"))


def naive(profile: dict, cli: Path) -> dict:
    """What naiveAnswers() of the engine does: every control that can be waived is."""
    controls = json.loads(run([cli, "controls", "--format", "json"]))
    names = [one["id"] for one in controls if one["scope"] == "service" and one["waivable"]]
    if len(names) < 10:
        raise Failed(f"only {len(names)} controls can be waived?")
    for service in profile["services"]:
        service["waivers"] = [{"control": name, "reason": "the naive version, for comparison"} for name in names]
    return profile


def make_bundles(cli: Path) -> None:
    profile = HERE / "workload.skanse.yaml"
    for name in ("hardened", "naive", "mixed"):
        shutil.rmtree(BUILD / name, ignore_errors=True)
    run([cli, "generate", profile, "-o", BUILD / "hardened"])
    waived = BUILD / "naive.skanse.yaml"
    waived.write_text(yaml.safe_dump(naive(yaml.safe_load(profile.read_text()), cli)))
    run([cli, "generate", waived, "-o", BUILD / "naive"])
    for bundle in ("hardened", "naive"):
        for name in yaml.safe_load((BUILD / bundle / "compose.yaml").read_text()).get("secrets", {}):
            secret = BUILD / bundle / "secrets" / name
            secret.parent.mkdir(exist_ok=True)
            secret.write_text("not a secret\n")
            secret.chmod(0o444)
    # The drill of the hardened bundle, beside the naive workload.
    shutil.copytree(BUILD / "naive", BUILD / "mixed")
    shutil.rmtree(BUILD / "mixed" / "verify")
    shutil.copytree(BUILD / "hardened" / "verify", BUILD / "mixed" / "verify")


# --- inside the namespaces ---


def outside(busybox: Path) -> None:
    """The stand-ins outside: a namespace with listeners, and the way there. Nothing leads further."""
    there = subprocess.Popen(["unshare", "--net", "sleep", "600"])
    deadline = time.monotonic() + 10
    own = os.readlink("/proc/self/ns/net")
    while os.readlink(f"/proc/{there.pid}/ns/net") == own:
        if time.monotonic() > deadline:
            raise Failed("no second network namespace")
        time.sleep(0.05)
    run(["ip", "link", "set", "lo", "up"])
    run(["ip", "link", "add", "out", "type", "veth", "peer", "name", "in", "netns", there.pid])
    run(["ip", "address", "add", "203.0.113.1/24", "dev", "out"])
    run(["ip", "link", "set", "out", "up"])
    within = ("nsenter", "--net", "--target", there.pid)
    run([*within, "ip", "link", "set", "lo", "up"])
    run([*within, "ip", "address", "add", "203.0.113.10/24", "dev", "in"])
    run([*within, "ip", "address", "add", "169.254.169.254/32", "dev", "in"])
    run([*within, "ip", "link", "set", "in", "up"])
    run(["ip", "route", "add", "default", "via", "203.0.113.10"])
    for target in (INTERNET, METADATA):
        subprocess.Popen([*map(str, within), busybox, "nc", "-ll", "-p", target.split(":")[1], "-e", busybox, "echo"])


def own_folders() -> None:
    """What podman keeps outside its folders is ours alone, too."""
    BUILD.mkdir(parents=True, exist_ok=True)
    for folder in ("/run/containers", "/dev/shm"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        run(["mount", "-t", "tmpfs", "tmpfs", folder])


def make_image(busybox: Path) -> None:
    root = BUILD / "root"
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("bin", "etc", "tmp", "usr", "data"):
        (root / folder).mkdir(parents=True)
    shutil.copy(busybox, root / "bin" / "busybox")
    pack(root, IMAGE)
    for applet in run([busybox, "--list"]).split():
        if "/" not in applet and applet != "busybox":
            (root / "bin" / applet).symlink_to("busybox")
    pack(root, PROBE_IMAGE)


def pack(root: Path, image: str) -> None:
    for folder in ("data", "tmp"):
        (root / folder).chmod(0o1777)
    packed = BUILD / "root.tar"
    run(["tar", "--create", "--file", packed, "--owner=0", "--group=0", "--directory", root, "."])
    run(["podman", "import", "--change", "ENV PATH=/bin", packed, image])


def compose(bundle: Path, *words: str) -> None:
    run(["docker-compose", "--project-directory", bundle, "-f", bundle / "compose.yaml", *words])


def masquerade_as_docker_would(bundle: Path) -> None:
    """No masquerading for the networks that say so in Docker's words, which Podman does not know. What leaves such
    a network keeps its private address, and no answer finds the way back."""
    file = yaml.safe_load((bundle / "compose.yaml").read_text())
    for name, network in file["networks"].items():
        options = (network or {}).get("driver_opts", {})
        if options.get("com.docker.network.bridge.enable_ip_masquerade") != "false":
            continue
        found = json.loads(run(["podman", "network", "inspect", f"{file['name']}_{name}"]))
        subnet = found[0]["subnets"][0]["subnet"]
        run(["iptables", "-t", "nat", "-I", "POSTROUTING", "-s", subnet, "-o", "out", "-j", "ACCEPT"])


def drill(bundle: Path, name: str, ok: tuple[int, ...], *more: str, shell: tuple = ("sh",)) -> list[dict]:
    started = time.monotonic()
    done = finished([*shell, bundle / "verify" / "drill.sh", "--podman", "--compose", "docker-compose",
                     "--busybox", static_busybox(), "--internet", INTERNET, "--metadata", METADATA, "--json", *more],
                    ok=(0, 1, 2), timeout=200)
    (BUILD / f"{name}.json").write_text(done.stdout)
    (BUILD / f"{name}.txt").write_text(done.stderr)
    print(f"{name}: {done.stderr.strip().splitlines()[-1]}; {time.monotonic() - started:.0f} s", flush=True)
    if done.returncode not in ok:
        raise Failed(f"{name}: the drill ended with {done.returncode}, see {BUILD}/{name}.txt")
    return json.loads(done.stdout)["results"]


def changed(bundle: Path) -> Path:
    """A copy whose file says something else than the running containers were started with."""
    copy = BUILD / "drifted"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(bundle, copy)
    file = copy / "compose.yaml"
    file.write_text(file.read_text().replace("pids_limit: 40", "pids_limit: 41"))
    return copy


def in_kubernetes(bundle: Path) -> list[dict]:
    """With a stand-in for kubectl: the pods are real, the cluster's network is not there."""
    path = f"{HERE}:{os.environ['PATH']}"
    done = finished(["sh", bundle / "verify" / "drill.sh", "--kubernetes", "--image", PROBE_IMAGE,
                     "--service", "web", "--json"],
                    ok=(0, 1, 2), timeout=200, env={"PATH": path})
    (BUILD / "kubernetes.json").write_text(done.stdout)
    (BUILD / "kubernetes.txt").write_text(done.stderr)
    print(f"kubernetes: {done.stderr.strip().splitlines()[-1]}", flush=True)
    if done.returncode != 0:
        raise Failed(f"in Kubernetes the drill ended with {done.returncode}, see {BUILD}/kubernetes.txt")
    return json.loads(done.stdout)["results"]


def interrupted(bundle: Path) -> None:
    """Stopped in the middle, the drill leaves no container and no folder."""
    drill_ = subprocess.Popen(["sh", str(bundle / "verify" / "drill.sh"), "--podman", "--compose", "docker-compose",
                               "--busybox", str(static_busybox())], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)

    def twins() -> str:
        return run(["podman", "ps", "--all", "--quiet", "--filter", "name=skanse-drill-"]).strip()

    deadline = time.monotonic() + 60
    while not twins():
        if time.monotonic() > deadline or drill_.poll() is not None:
            raise Failed("no twin to interrupt")
        time.sleep(0.1)
    drill_.terminate()
    if (code := drill_.wait(60)) != 2:
        raise Failed(f"interrupted, the drill ended with {code}")
    if twins() or list((bundle / "verify").glob(".drill*")):
        raise Failed("interrupted, the drill left something behind")
    print("interrupted: nothing left", flush=True)


def attempts(results: list[dict], held: bool | None) -> set[tuple[str, str]]:
    return {(one["service"], one["attempt"]) for one in results if one["held"] is held}


def same(what: str, seen: set, expected: set) -> None:
    if seen != expected:
        raise Failed(f"{what}: missing {sorted(expected - seen)}, unexpected {sorted(seen - expected)}")


def inside(cli: Path, only: str) -> None:
    busybox = static_busybox()
    own_folders()
    outside(busybox)
    with Engine(BUILD):
        make_image(busybox)
        make_bundles(cli)
        if only != "kubernetes":
            try_compose()
        if only != "compose":
            same("held in pods", attempts(in_kubernetes(BUILD / "hardened"), True), HELD_IN_PODS)


def try_compose() -> None:
    compose(BUILD / "hardened", "up", "--detach")
    # Podman ignores Docker's option against masquerading, and the drill has to notice.
    as_podman = drill(BUILD / "hardened", "podman", (1,), "--service", "web")
    same("egress that Podman leaves open", attempts(as_podman, False), OPEN_IN_PODMAN)
    masquerade_as_docker_would(BUILD / "hardened")
    hardened = drill(BUILD / "hardened", "hardened", (0,))
    same("broken on the hardened workload", attempts(hardened, False), set())
    same("not tried on the hardened workload", attempts(hardened, None), UNTRIED)
    drifted = drill(changed(BUILD / "hardened"), "drifted", (1,), "--service", "web")
    same("drift of the running container", attempts(drifted, False),
         {("web", "the running container's setting: pids_limit")})
    interrupted(BUILD / "hardened")
    compose(BUILD / "hardened", "down", "--volumes", "--timeout", "1")
    run(["iptables", "-t", "nat", "-F", "POSTROUTING"])  # addresses are used again; podman makes its own rules anew

    compose(BUILD / "naive", "up", "--detach")
    mixed = drill(BUILD / "mixed", "mixed", (1,))
    own_settings = {one for one in attempts(mixed, False) if "running" in one[1]}
    same("running settings that differ from the file", own_settings, set())
    same("what succeeds on the naive workload", attempts(mixed, False), SUCCEEDS)
    waived = drill(BUILD / "naive", "naive", (0,), "--service", "web")
    same("broken where everything is waived", attempts(waived, False), set())
    compose(BUILD / "naive", "down", "--volumes", "--timeout", "1")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--skanse-cli", type=Path, default=TOP / "build/release/bin/skanse-cli")
    options.add_argument("--only", choices=("compose", "kubernetes"), default="")
    options.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    cli = chosen.skanse_cli.resolve()
    try:
        if chosen.inside:
            inside(cli, chosen.only)
            return 0
        static_busybox()
        os.execvp("unshare", ["unshare", "--net", "--mount", "--pid", "--fork", "--mount-proc",
                              "--kill-child=KILL", sys.executable, str(Path(__file__).resolve()), "--inside",
                              "--skanse-cli", str(cli), *(["--only", chosen.only] if chosen.only else [])])
    except Failed as failure:
        print(f"drill: {failure}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    sys.exit(main())
