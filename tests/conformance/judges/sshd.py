# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""The server's SSH settings as sshd itself reads them."""

import os
from pathlib import Path

from conformance import toolbox
from conformance.judge import Finding, Judge, Verdict

FILE = "host/sshd-00-skanse.conf"
# sshd wants its own user and its own folder; both are given to it where only it sees them.
ALONE = """
mount -t tmpfs tmpfs /run && mkdir -m 0755 /run/sshd
mount --bind "$1" /etc/passwd
shift
exec "$@"
"""


class Sshd(Judge):
    name = "sshd"
    what = "sshd -t: the SSH server accepts its settings"
    quick = True
    version = "of the distribution"
    looks_at = (FILE,)
    BAD_RULES = ("error",)

    def install(self, tools: Path) -> None:
        folder = toolbox.unpack(
            tools / "openssh", "openssh-server", "openssh-client", "libwrap0", "libcbor0.10", "libfido2-1"
        )
        self.version = toolbox.unpacked_version(folder)
        self.program = folder / "usr/sbin/sshd"
        self.keygen = folder / "usr/bin/ssh-keygen"
        self.libraries = ":".join(str(path) for path in (folder / "usr/lib").glob("*-linux-gnu"))
        alone = ["--mount"] if os.geteuid() == 0 else ["--mount", "--map-root-user"]
        self.alone = [toolbox.program("unshare"), *alone, "sh", "-euc", ALONE, "sh"]

    def judge(self, bundles: list[Path], work: Path) -> dict[Path, Verdict]:
        key, users = work / "key", work / "passwd"
        libraries = {"LD_LIBRARY_PATH": self.libraries}
        toolbox.run([self.keygen, "-q", "-t", "ed25519", "-N", "", "-f", key], env=libraries)
        users.write_text("root:x:0:0::/root:/bin/sh\nsshd:x:100:65534::/run/sshd:/usr/sbin/nologin\n")
        verdicts = {}
        for bundle in bundles:
            if not (bundle / FILE).exists():
                verdicts[bundle] = Verdict([], [])
                continue
            done = toolbox.run(
                [*self.alone, users, self.program, "-t", "-h", key, "-f", bundle / FILE],
                ok=(0, 255), env=libraries,
            )
            said = (done.stderr + done.stdout).strip()
            found = [Finding("error", FILE, None, said[:400])] if said or done.returncode else []
            verdicts[bundle] = Verdict([FILE], found)
        return verdicts
