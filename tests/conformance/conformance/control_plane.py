# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""etcd, kube-apiserver and kube-controller-manager on loopback, for as long as a `with` block lasts.

The controllers make ReplicaSets and Pods, so admission and quota judge real pods. There is no
scheduler and no node: nothing is pulled and nothing is started.
"""

import json
import os
import socket
import subprocess
import time
from pathlib import Path

START_SECONDS = 180
STOP_SECONDS = 10
LOOPBACK = "127.0.0.1"


class ControlPlane:
    def __init__(self, etcd: Path, programs: Path, work: Path):
        self.etcd, self.programs, self.work = etcd, programs, work
        self.kubeconfig = work / "kubeconfig"
        self._processes: list[tuple[str, subprocess.Popen]] = []

    def __enter__(self) -> "ControlPlane":
        self.work.mkdir(parents=True, exist_ok=True)
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self._stop()

    def _start(self) -> None:
        _certificates(self.work)
        etcd_port, peer_port, port, manager_port = _free_ports(4)
        tls = {"ca": self.work / "ca.crt", "cert": self.work / "loopback.crt", "key": self.work / "loopback.key"}
        self._run("etcd", [
            self.etcd, "--name=conformance", f"--data-dir={self.work / 'etcd'}", "--unsafe-no-fsync",
            f"--listen-client-urls=https://{LOOPBACK}:{etcd_port}",
            f"--advertise-client-urls=https://{LOOPBACK}:{etcd_port}",
            f"--listen-peer-urls=http://{LOOPBACK}:{peer_port}",
            f"--initial-advertise-peer-urls=http://{LOOPBACK}:{peer_port}",
            f"--initial-cluster=conformance=http://{LOOPBACK}:{peer_port}",
            f"--cert-file={tls['cert']}", f"--key-file={tls['key']}",
            "--client-cert-auth", f"--trusted-ca-file={tls['ca']}"])
        self._run("kube-apiserver", [
            self.programs / "kube-apiserver",
            f"--etcd-servers=https://{LOOPBACK}:{etcd_port}", f"--etcd-cafile={tls['ca']}",
            f"--etcd-certfile={tls['cert']}", f"--etcd-keyfile={tls['key']}",
            f"--bind-address={LOOPBACK}", f"--advertise-address={LOOPBACK}", f"--secure-port={port}",
            "--endpoint-reconciler-type=none",  # a loopback address is none that pods could use
            f"--tls-cert-file={tls['cert']}", f"--tls-private-key-file={tls['key']}",
            # As in any cluster: whether a pod may be privileged is for its namespace to say.
            "--allow-privileged=true",
            f"--client-ca-file={tls['ca']}", "--authorization-mode=RBAC",
            "--service-cluster-ip-range=198.18.0.0/16",
            "--service-account-issuer=https://kubernetes.default.svc",
            f"--service-account-key-file={tls['key']}", f"--service-account-signing-key-file={tls['key']}"])
        _write_kubeconfig(self.kubeconfig, port, self.work)
        self._wait_until("kube-apiserver", lambda: self.kubectl("get", "--raw", "/readyz").returncode == 0)
        self._run("kube-controller-manager", [
            self.programs / "kube-controller-manager", f"--kubeconfig={self.kubeconfig}",
            f"--bind-address={LOOPBACK}", f"--secure-port={manager_port}", f"--cert-dir={self.work}",
            "--leader-elect=false", "--concurrent-resource-quota-syncs=5",
            f"--service-account-private-key-file={tls['key']}", f"--root-ca-file={tls['ca']}"])
        # The service account controller gives every namespace its `default` account.
        self._wait_until("kube-controller-manager", lambda: self.kubectl(
            "--namespace=default", "get", "serviceaccount", "default").returncode == 0)

    def kubectl(self, *arguments, text: str | None = None) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.programs / "kubectl", f"--kubeconfig={self.kubeconfig}",
             f"--cache-dir={self.work / 'discovery'}", "--request-timeout=60s", *arguments],
            input=text, capture_output=True, text=True, timeout=300,
            env={**os.environ, "KUBERC": "off"})

    def items(self, *arguments) -> list[dict]:
        """The objects that `kubectl get` finds."""
        answer = self.kubectl("get", "--output=json", *arguments)
        if answer.returncode:
            raise RuntimeError(f"kubectl get {' '.join(arguments)}: {answer.stderr.strip()}")
        return json.loads(answer.stdout)["items"]

    def _run(self, name: str, command: list) -> None:
        with open(self.work / f"{name}.log", "wb") as log:
            process = subprocess.Popen([str(word) for word in command], cwd=self.work, stdin=subprocess.DEVNULL,
                                       stdout=log, stderr=subprocess.STDOUT)
        self._processes.append((name, process))

    def _wait_until(self, what: str, ready) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            for name, process in self._processes:
                if process.poll() is not None:
                    raise RuntimeError(f"{name} ended with {process.returncode}: {self._last_lines(name)}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"{what} was not ready after {START_SECONDS} s: {self._last_lines(what)}")
            time.sleep(0.5)

    def _last_lines(self, name: str) -> str:
        return " | ".join((self.work / f"{name}.log").read_text(errors="replace").splitlines()[-5:])

    def _stop(self) -> None:
        # The last one started depends on those before it.
        for _, process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._processes.clear()


def _free_ports(count: int) -> list[int]:
    """All are held at once, so that no port is given twice."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind((LOOPBACK, 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def _certificates(folder: Path) -> None:
    """One authority, one certificate for both servers, and one for the administrator; for a day."""
    def openssl(*arguments) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)

    key = ["-newkey", "rsa:2048", "-noenc", "-days", "1"]
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=conformance")
    signed = ["-CA", "ca.crt", "-CAkey", "ca.key", "-addext", "extendedKeyUsage=serverAuth,clientAuth",
              "-addext", "basicConstraints=CA:FALSE"]
    openssl("req", "-x509", *key, *signed, "-keyout", "loopback.key", "-out", "loopback.crt",
            "-subj", "/CN=loopback", "-addext", f"subjectAltName=IP:{LOOPBACK},DNS:localhost")
    openssl("req", "-x509", *key, *signed, "-keyout", "admin.key", "-out", "admin.crt",
            "-subj", "/O=system:masters/CN=admin")


def _write_kubeconfig(path: Path, port: int, folder: Path) -> None:
    """JSON is YAML, too."""
    path.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "conformance",
        "clusters": [{"name": "conformance", "cluster": {
            "server": f"https://{LOOPBACK}:{port}", "certificate-authority": str(folder / "ca.crt")}}],
        "users": [{"name": "admin", "user": {
            "client-certificate": str(folder / "admin.crt"), "client-key": str(folder / "admin.key")}}],
        "contexts": [{"name": "conformance", "context": {"cluster": "conformance", "user": "admin"}}]}))
