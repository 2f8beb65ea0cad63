# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""user-data.yaml carried out twice, for every system and engine, in a folder that stands for the server.

The folder is the root of a namespace without network. Programs that would install, start or ask are stand-ins that say
they were called; everything that writes files is real.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import yaml  # noqa: E402
from fixture import bundle_of  # noqa: E402
from good_host import SYSTEMS  # noqa: E402

ENGINES = ("docker", "docker-rootless", "podman")
KEYS = {True: "9DC858229FC7DD38854AE2D88D81803C0EBFCD88", False: "060A61C51B558A7F742B77AAC52FEB6B621E9F35"}
PROFILE = """
skanse: 1
workload: {{name: shop}}
host: {{region: "NO", system: {system}, engine: {engine}, sshPort: 2222, adminUser: drift}}
services:
  - {{name: web, preset: nginx, ports: [{{name: http, exposure: public}}]}}
"""
SAY = 'echo "${0##*/} $*" >>/calls\n'
STAND_INS = {
    **dict.fromkeys(("apt-get", "dnf", "dockerd", "systemctl", "loginctl", "sysctl", "sshd", "augenrules"), SAY),
    "curl": SAY + 'while [ "$1" != -o ]; do shift; done\ncat /offered-key >"$2"\n',
    "gpg": "for file in \"$@\"; do :; done\ncat \"$file\"\n",
    "dpkg": "echo amd64\n",
    "useradd": SAY + 'while [ $# -gt 1 ]; do shift; done\necho "$1:x:1900:1900::/home/$1:/usr/sbin/nologin" >>/etc/passwd\nmkdir "/home/$1"\n',
    "id": 'if [ "$1" = -u ]; then shift; fi\nsed -n "s/^$1:x:\\([0-9]*\\):.*/\\1/p" /etc/passwd | grep .\n',
    "getent": 'grep "^$2:" "/etc/$1"\n',
    # Owners need users of the namespace, which an ordinary user cannot make.
    "install": 'words=\nwhile [ $# -gt 0 ]; do case $1 in -o | -g) shift ;; *) words="$words $1" ;; esac; shift; done\nexec /usr/bin/install $words\n',
    # What is already said so is an error, as with the real one.
    "semanage": SAY + 'case "$*" in *" -a "*) [ ! -e /ports ] || exit 1 ;; esac\necho 2222 >/ports\n',
    "runuser": SAY + 'case "$*" in *setuptool*) mkdir -p /home/skanse/.config/systemd/user; '
                     'echo unit >>/home/skanse/.config/systemd/user/docker.service ;; esac\n',
}
ENTER = """
set -e
root=$1
shift
mount --bind /usr "$root/usr"
mount --bind /dev/null "$root/dev/null"
exec chroot "$root" /usr/bin/env -i PATH=/stand-ins:/usr/bin:/bin HOME=/ "$@"
"""


class Server:
    def __init__(self, root: Path, bundle: Path):
        self.root = root
        for name in ("usr", "dev", "etc", "home", "tmp", "run", "stand-ins", "etc/yum.repos.d", "etc/apt/sources.list.d"):
            (root / name).mkdir(parents=True)
        for name in ("bin", "lib", "lib64", "sbin"):
            if Path("/", name).is_symlink():
                (root / name).symlink_to(os.readlink(f"/{name}"))
        if Path("/etc/alternatives").is_dir():  # where some systems' awk is
            shutil.copytree("/etc/alternatives", root / "etc/alternatives", symlinks=True)
        (root / "dev/null").touch()
        (root / "etc/passwd").write_text("root:x:0:0:root:/:/bin/sh\n")
        for name, body in STAND_INS.items():
            file = root / "stand-ins" / name
            file.write_text("#!/bin/sh\n" + body)
            file.chmod(0o755)
        self.data = yaml.safe_load((bundle / "host" / "user-data.yaml").read_text())

    def offer(self, *fingerprints):
        (self.root / "offered-key").write_text("".join(f"pub:-:4096:1:X:0:::-:::scSC::::::23::0:\nfpr:::::::::{one}:\n"
                                                       f"sub:-:4096:1:Y:0::::::s::::::23:\nfpr:::::::::0000{one[4:]}:\n"
                                                       for one in fingerprints))

    def boot(self) -> list[int]:
        """What cloud-init does with the file, as far as it is not packages and users."""
        self.said = ""
        for file in self.data["write_files"]:
            target = self.root / file["path"].lstrip("/")
            if target.is_relative_to(self.root / "usr"):  # that is this machine's
                target = self.root / "stand-ins" / target.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(file["content"])
            target.chmod(int(file["permissions"], 8))
        return [self.run([Path(words[0]).name, *words[1:]]) for words in self.data["runcmd"]]

    def run(self, words) -> int:
        rights = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        done = subprocess.run(["unshare", *rights, "--mount", "--net", "sh", "-c", ENTER, "sh", str(self.root), *words],
                              capture_output=True, text=True, timeout=60)
        self.said += done.stderr
        return done.returncode

    def calls(self) -> list[str]:
        file = self.root / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines

    def files(self) -> dict:
        found = {}
        for top in ("etc", "home"):
            for path in sorted((self.root / top).rglob("*")):
                what = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
                found[str(path.relative_to(self.root))] = (path.lstat().st_mode, what)
        return found


def keys(node):
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys(value)


class FirstBoot(unittest.TestCase):
    def setUp(self):
        self.work = Path(tempfile.mkdtemp(prefix="skanse-boot-"))
        self.addCleanup(shutil.rmtree, self.work)

    def bundle(self, system, engine) -> Path:
        folder = self.work / f"{system}-{engine}"
        return folder / "bundle" if folder.exists() else bundle_of(PROFILE.format(system=system, engine=engine), folder)

    def server(self, system, engine) -> Server:
        server = Server(Path(tempfile.mkdtemp(dir=self.work)), self.bundle(system, engine))
        server.offer(KEYS[SYSTEMS[system]["group"] == "sudo"])
        return server

    def combinations(self):
        for system in SYSTEMS:
            for engine in ENGINES:
                if (system, engine) != ("ubuntu-22.04", "podman"):
                    yield system, engine

    def test_twice_is_as_once(self):
        for system, engine in self.combinations():
            with self.subTest(system=system, engine=engine):
                server = self.server(system, engine)
                self.assertEqual([0] * len(server.data["runcmd"]), server.boot(), server.said)
                first, calls = server.files(), server.calls()
                self.assertEqual([0] * len(server.data["runcmd"]), server.boot(), server.said)
                self.assertEqual(first, server.files())
                again = server.calls()
                self.assertTrue(any(call.startswith("curl ") for call in calls))
                self.assertFalse([call for call in again if call.startswith(("curl ", "useradd "))], again)
                self.assertIn("sysctl --system", calls)
                self.assertIn("systemctl enable --now skanse-packet-filter.service", calls)
                self.assertIn("augenrules --load", calls)
                wanted = {"docker": "systemctl enable --now docker.service", "podman": "systemctl enable --now podman.socket",
                          "docker-rootless": "loginctl enable-linger skanse"}[engine]
                self.assertIn(wanted, calls)
                self.assertEqual(engine == "docker-rootless", "systemctl disable --now docker.service docker.socket" in calls)
                installed = next(call for call in calls if " install " in call and call.startswith(("apt-get", "dnf")))
                self.assertEqual(engine == "podman", " podman " in installed)
                self.assertEqual(engine != "podman", " docker-ce " in installed)

    def test_another_key_is_refused(self):
        good = {True: KEYS[True], False: KEYS[False]}
        for system in ("debian-13", "rocky-9"):
            right = good[SYSTEMS[system]["group"] == "sudo"]
            for offered in ([], ["A" * 40], [right, "A" * 40], ["A" * 40, right], [right[:-1] + "0"]):
                with self.subTest(system=system, offered=offered):
                    server = self.server(system, "docker")
                    server.offer(*offered)
                    self.assertEqual(1, server.boot()[-2])
                    self.assertIn("the key at https://download.docker.com/linux/", server.said)
                    self.assertFalse([one for one in server.calls() if one.startswith(("apt-get", "dnf ", "dockerd"))])
                    self.assertFalse([one for one in server.files() if "docker.list" in one or "docker-ce.repo" in one
                                      or one.endswith("docker.asc")])

    def test_the_checklist_has_the_same_steps(self):
        for system, engine in self.combinations():
            with self.subTest(system=system, engine=engine):
                bundle = self.bundle(system, engine)
                data = yaml.safe_load((bundle / "host" / "user-data.yaml").read_text())
                text = (bundle / "host" / "CHECKLIST.md").read_text()
                for file in data["write_files"]:
                    self.assertIn(file["path"], text)
                for word in ("skanse-packet-filter.service", "install-engine.sh", "augenrules --load", "sshd -t",
                             *(["firewalld"] if SYSTEMS[system]["group"] == "wheel" else [])):
                    self.assertIn(word, text)

    def test_small_enough_and_without_secrets(self):
        for system, engine in self.combinations():
            text = (self.bundle(system, engine) / "host" / "user-data.yaml").read_bytes()
            self.assertLess(len(gzip.compress(text)), 16 << 10)
            self.assertNotIn(b"PRIVATE KEY", text)
            self.assertFalse({"passwd", "hashed_passwd", "plain_text_passwd", "password", "chpasswd"} & set(keys(yaml.safe_load(text))))


if __name__ == "__main__":
    unittest.main(verbosity=1)
