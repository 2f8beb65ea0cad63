# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Builds a bundle's Dockerfiles with buildah, from stand-ins; the network of the run leads nowhere."""

from .case import Case, dockerfile
from .tools import run


def build(case: Case) -> list[str]:
    """The services that were built."""
    done = []
    for name, service in case.services().items():
        if "build" not in service:
            continue
        file = dockerfile(case.bundle, service)
        context = (case.bundle / service["build"]["context"]).resolve()
        # Docker reads the ignore file that is named after the Dockerfile, or the one of the context.
        own = file.with_name(file.name + ".dockerignore")
        ignore = ["--ignorefile", own] if own.exists() else []
        run(["buildah", "build", "--isolation", "chroot", "--pull-never", "--format", "docker",
             "--layers=false", *ignore, "--file", file, "--tag", service["image"], context], timeout=300)
        done.append(name)
    return done
