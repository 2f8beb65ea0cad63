# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Makes the stand-in images; see ../stand-ins/images.yaml.

One base, one layer per image. This is the only part that needs the package mirror of the machine.
"""

import fnmatch
import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .tools import BUILD, HERE, Failed, run, say

FOLDER = HERE / "stand-ins"
CACHE = BUILD / "cache"
_LOCAL = "localhost/stand-in"


@dataclass(frozen=True)
class StandIn:
    name: str
    patterns: tuple[str, ...]
    packages: tuple[str, ...] = ()
    wheels: tuple[str, ...] = ()  # from PyPI, where Debian has nothing that fits
    parent: str = "base"
    only: tuple[str, ...] = ()  # programs to take from the parent; nothing else comes along
    config: dict = field(default_factory=dict, hash=False)
    differs: tuple[str, ...] = ()

    def stands_for(self, reference: str) -> bool:
        return any(fnmatch.fnmatchcase(reference, pattern) for pattern in self.patterns)


@dataclass(frozen=True)
class Table:
    suite: str
    base: tuple[str, ...]
    images: tuple[StandIn, ...]
    missing: dict[str, str] = field(hash=False, default_factory=dict)  # pattern of references: why there is none
    never: dict[str, str] = field(hash=False, default_factory=dict)  # preset: why no case has it

    def find(self, reference: str) -> StandIn | None:
        return next((image for image in self.images if image.stands_for(reference)), None)

    def why_not(self, reference: str) -> str:
        for pattern, why in self.missing.items():
            if fnmatch.fnmatchcase(reference, pattern):
                return why
        return f"{reference}: there is no stand-in for it"


def table() -> Table:
    read = yaml.safe_load((FOLDER / "images.yaml").read_text())
    images = tuple(
        StandIn(entry["name"], tuple(entry.get("for", ())), tuple(entry.get("packages", ())),
                tuple(entry.get("wheels", ())), entry.get("parent", "base"), tuple(entry.get("only", ())),
                entry.get("config", {}), tuple(entry.get("differs", ())))
        for entry in read["images"])
    return Table(read["suite"], tuple(read["base"]), images, read["missing"], read["never"])


def make(references: set[str]) -> None:
    """Makes what stands in for the references and is not there yet, and gives it their names."""
    stock = table()
    wanted: dict[str, set[str]] = {}
    for reference in references:
        image = stock.find(reference)
        if image is None:
            raise Failed(stock.why_not(reference))
        wanted.setdefault(image.name, set()).add(reference)
    for name, names in sorted(wanted.items()):
        made = _made(stock, name)
        for reference in sorted(names):
            run(["podman", "tag", made, reference])


def _made(stock: Table, name: str) -> str:
    """The image of this stand-in; its tag follows from all that goes into it, and so do its children's."""
    if name == "base":
        return _base(stock)
    image = next(image for image in stock.images if image.name == name)
    parent = _made(stock, image.parent)
    tag = f"{_LOCAL}/{name}:{_fingerprint(parent, image)}"
    if not _exists(tag):
        say(f"runtime: making the stand-in {name}")
        _build(stock, image, parent, tag)
        _forget_older(tag)
    return tag


def _forget_older(made: str) -> None:
    """Earlier makes of the same stand-in, and what was built from them."""
    name = made.rsplit(":", 1)[0]
    for tag in run(["podman", "images", "--format", "{{.Repository}}:{{.Tag}}", name]).split():
        if tag.startswith(f"{name}:") and tag != made:
            run(["podman", "rmi", "--force", tag], ok=(0, 1, 2, 125))


def _exists(tag: str) -> bool:
    return run(["podman", "images", "--quiet", tag]).strip() != ""


def _fingerprint(parent: str, image: StandIn) -> str:
    seen = hashlib.sha256(repr((parent, image, sorted(image.config.items()))).encode())
    for file in sorted((FOLDER / image.name).rglob("*")):
        if file.is_file():
            seen.update(f"{file.relative_to(FOLDER)} {file.stat().st_mode:o}".encode() + file.read_bytes())
    return seen.hexdigest()[:12]


def _mirror(suite: str) -> str:
    """Where apt of this machine finds the suite."""
    lines = run(["apt-get", "indextargets", "--format", "$(ORIGIN)|$(CODENAME)|$(REPO_URI)", "Identifier: Packages"])
    for line in lines.splitlines():
        origin, codename, address = line.split("|")[:3]
        if origin == "Debian" and codename == suite:
            return address
    raise Failed(f"apt on this machine knows no Debian {suite}")


def _base(stock: Table) -> str:
    tag = f"{_LOCAL}/base:{stock.suite}-minbase-{hashlib.sha256(repr(stock.base).encode()).hexdigest()[:8]}"
    if _exists(tag):
        return tag
    say(f"runtime: making the base of the stand-ins, Debian {stock.suite}")
    CACHE.mkdir(parents=True, exist_ok=True)
    archive = CACHE / "base.tar"
    leave_out = [f"--dpkgopt=path-exclude=/usr/share/{part}/*" for part in ("man", "doc", "locale", "info")]
    run(["mmdebstrap", "--quiet", "--variant=minbase", "--dpkgopt=force-unsafe-io", *leave_out,
         f"--include={','.join(stock.base)}", stock.suite, archive, _mirror(stock.suite)], timeout=600)
    run(["podman", "import", archive, tag])
    archive.unlink()
    return tag


class _Root:
    """The files of a container that is being made, to work in."""

    def __init__(self, source: str):
        self.container = run(["buildah", "from", "--pull-never", source]).strip()
        self.path = Path(run(["buildah", "mount", self.container]).strip())

    def __enter__(self) -> "_Root":
        return self

    def __exit__(self, *_) -> None:
        run(["buildah", "rm", self.container])

    def inside(self, command: list, timeout: float = 600) -> str:
        """Runs in the root; a service that a package wants to start is not started."""
        guard = self.path / "usr/sbin/policy-rc.d"
        guard.write_text("#!/bin/sh\nexit 101\n")
        guard.chmod(0o755)
        binds = [("/proc", "proc"), ("/dev", "dev")]
        try:
            for source, target in binds:
                (self.path / target).mkdir(exist_ok=True)
                run(["mount", "--rbind", source, self.path / target])
            return run(["chroot", self.path, *command], timeout=timeout, env={
                "DEBIAN_FRONTEND": "noninteractive", "HOME": "/root",
                "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"})
        finally:
            for _, target in binds:
                run(["umount", "--lazy", self.path / target], ok=(0, 1, 32))
            guard.unlink(missing_ok=True)

    def install(self, packages: tuple[str, ...], suite: str) -> None:
        """Lists and archives are shared by all stand-ins and do not stay in the image."""
        shared = {CACHE / "apt" / "lists": "var/lib/apt/lists", CACHE / "apt" / "archives": "var/cache/apt/archives"}
        names = self.path / "etc/resolv.conf"
        before = names.read_text() if names.exists() else ""
        names.write_text(Path("/etc/resolv.conf").read_text())
        (self.path / "etc/apt/apt.conf.d/00skanse").write_text(
            'APT::Sandbox::User "root";\nDPkg::Options:: "--force-unsafe-io";\nAPT::Keep-Downloaded-Packages "true";\n')
        # Java registers its manual pages, which were left out with their folder, and fails without it.
        (self.path / "usr/share/man/man1").mkdir(parents=True, exist_ok=True)
        try:
            for source, target in shared.items():
                (source / "partial").mkdir(parents=True, exist_ok=True)
                run(["mount", "--bind", source, self.path / target])
            if not list((CACHE / "apt" / "lists").glob("*_Packages*")):
                self.inside(["apt-get", "-q", "update"])
            self.inside(["apt-get", "-q", "-y", "--no-install-recommends", "install", *packages])
        finally:
            for target in shared.values():
                run(["umount", self.path / target], ok=(0, 1, 32))
            names.write_text(before)


def _build(stock: Table, image: StandIn, parent: str, tag: str) -> None:
    with _Root("scratch" if image.only else parent) as root:
        if image.only:
            _take(image, parent, root.path)
        if image.packages:
            root.install(image.packages, stock.suite)
        files = FOLDER / image.name
        if image.wheels:
            _wheels(image, root.path)
        if (files / "root").is_dir():
            shutil.copytree(files / "root", root.path, symlinks=True, dirs_exist_ok=True)
        if (files / "setup.sh").is_file():
            shutil.copy(files / "setup.sh", root.path / "setup.sh")
            root.inside(["/bin/sh", "/setup.sh"])
            (root.path / "setup.sh").unlink()
        run(["buildah", "config", *_config(image.config), root.container])
        run(["buildah", "commit", "--quiet", "--format", "docker", root.container, tag], timeout=300)


def _config(config: dict) -> list[str]:
    words = ["--env", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    for key, value in config.items():
        if key in ("entrypoint", "cmd"):
            words += [f"--{key}", json.dumps(value)]
        elif key == "env":
            words += [word for name, text in value.items() for word in ("--env", f"{name}={text}")]
        elif key in ("volumes", "ports"):
            words += [word for item in value for word in (f"--{key.removesuffix('s')}", str(item))]
        elif key in ("user", "stop-signal"):
            words += [f"--{key}", str(value)]
        elif key == "workdir":
            words += ["--workingdir", value]
        else:
            raise Failed(f"images.yaml: config: {key} is not known")
    return words


def _wheels(image: StandIn, root: Path) -> None:
    """Archives of Python packages, to be unpacked or installed by setup.sh from /wheels."""
    folder = CACHE / "wheels" / image.name
    if not folder.is_dir():
        half = folder.with_suffix(".part")
        shutil.rmtree(half, ignore_errors=True)
        run([shutil.which("pip3") or "pip3", "download", "--quiet", "--no-deps", "--only-binary=:all:",
             "--python-version", "3.13", "--dest", half, *image.wheels], timeout=300)
        half.rename(folder)
    shutil.copytree(folder, root / "wheels")


def _take(image: StandIn, parent: str, into: Path) -> None:
    """Programs of the parent and the libraries they need, and what every distroless image has."""
    with _Root(parent) as donor:
        wanted = list(image.only)
        for program in image.only:
            # Everything below a folder may need something, too.
            needs = donor.inside(["/bin/sh", "-c", 'find -H "$1" -type f -exec ldd {} + 2>/dev/null || true', "sh", program])
            wanted += re.findall(r"(/\S+) \(0x", needs)
        for name in dict.fromkeys([*wanted, "/etc/ssl/certs/ca-certificates.crt", "/etc/nsswitch.conf"]):
            _copy(donor.path, name, into)
    for folder, mode in (("tmp", 0o1777), ("proc", 0o755), ("sys", 0o755), ("dev", 0o755), ("run", 0o755),
                         ("etc", 0o755), ("home/nonroot", 0o755), ("root", 0o700)):
        (into / folder).mkdir(parents=True, exist_ok=True)
        (into / folder).chmod(mode)
    os.chown(into / "home/nonroot", 65532, 65532)
    if (place := image.config.get("workdir", "/")) != "/":
        (into / place.lstrip("/")).mkdir(parents=True, exist_ok=True)
        os.chown(into / place.lstrip("/"), int(image.config["user"]), int(image.config["user"]))
    (into / "etc/passwd").write_text("root:x:0:0:root:/root:/sbin/nologin\n"
                                     "nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\n"
                                     "nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n")
    (into / "etc/group").write_text("root:x:0:\nnogroup:x:65534:\nnonroot:x:65532:\n")


def _copy(root: Path, name: str, into: Path) -> None:
    """A file with what its links lead to, both at their own paths. Debian's /lib is a link to usr/lib."""
    where = Path(name.lstrip("/"))
    for part in ("lib", "lib64", "bin", "sbin"):
        if where.parts[0] == part:
            where = Path("usr") / where
            link = into / part
            if not link.is_symlink():
                link.symlink_to(f"usr/{part}")
    source, target = root / where, into / where
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        if not target.is_symlink():
            target.symlink_to(os.readlink(source))
        to = os.readlink(source)
        _copy(root, to if to.startswith("/") else os.path.normpath(f"/{where.parent}/{to}"), into)
    elif source.is_dir():
        shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
    elif not target.exists():
        shutil.copy2(source, target)
