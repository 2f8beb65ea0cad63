#!/bin/sh
# The gates before a deploy: sh ci/scan.sh [gate]; without a gate all of them. Installed tools are used, else their images.
# Skanse 0.1.0, profile b1bc98ba1028
# Tools by tag: add @sha256:... after you have checked the digest.

# Foreign actions and job images are pinned, so they cannot change behind our back.
# control: pinned-actions
TRIVY_IMAGE=${TRIVY_IMAGE:-docker.io/aquasec/trivy:0.74.0}
HADOLINT_IMAGE=${HADOLINT_IMAGE:-docker.io/hadolint/hadolint:v2.15.1-alpine}
KUBECTL_IMAGE=${KUBECTL_IMAGE:-registry.k8s.io/kubectl:v1.36.4}

set -eu
cd "$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)"
CACHE=.scan-cache
failed=0

note() { printf '== %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }
bad() { failed=1; }
finish() { if [ "$failed" -ne 0 ]; then exit 1; fi; }

# in_image IMAGE ARGUMENTS...: without rights, the sources read-only
in_image() {
    docker run --rm --cap-drop ALL --security-opt no-new-privileges \
        --user "$(id -u):$(id -g)" --volume "$PWD:/work:ro" --workdir /work "$@"
}

run_hadolint() {
    if have hadolint; then
        hadolint "$@"
    else
        in_image --network none "$HADOLINT_IMAGE" hadolint "$@"
    fi
}

run_kubectl() {
    if have kubectl; then
        kubectl "$@"
    else
        in_image --network none "$KUBECTL_IMAGE" "$@"
    fi
}

run_trivy() {
    mkdir -p "$CACHE"
    if have trivy; then
        trivy --cache-dir "$CACHE" "$@"
    else
        in_image --env TMPDIR=/cache --volume "$PWD/$CACHE:/cache" \
            "$TRIVY_IMAGE" --cache-dir /cache "$@"
    fi
}

# trivy_image built|pulled REFERENCE OPTIONS...: a built image goes through a file, so that the
# scanner never gets the socket of the daemon
trivy_image() {
    kind=$1
    reference=$2
    shift 2
    if [ "$kind" = built ]; then
        mkdir -p "$CACHE"
        docker save --output "$CACHE/image.tar" "$reference" || return 1
        run_trivy image --skip-version-check --disable-telemetry "$@" --input "$CACHE/image.tar"
    else
        run_trivy image --skip-version-check --disable-telemetry "$@" "$reference"
    fi
}

lint_dockerfile() {
    note "hadolint $1"
    run_hadolint --failure-threshold warning "$1"
}

build() {
    note "docker build $1"
    docker build --pull --tag "$1" --file "$2" "$3"
}

scan() {
    note "trivy image $2"
    trivy_image "$1" "$2" --exit-code 1 --severity CRITICAL
}

list_parts() {
    note "sbom/$3.cdx.json"
    mkdir -p sbom
    trivy_image "$1" "$2" --format cyclonedx >"sbom/$3.cdx.json"
}

open_pin() { note "open digest: $1: $2"; }

gate_pins() {
    note digests
    # The image carries a fixed tag and, when known, a digest; never latest.
    # control: image-pinned
    open_pin api docker.io/library/node:24.19.0-trixie-slim
    open_pin api gcr.io/distroless/nodejs24-debian13:nonroot
    open_pin db docker.io/library/postgres:17.11-trixie
    open_pin files registry.example.org/everything/files:2.0.0
}

gate_dockerfiles() {
    # The pipeline stops when a linter finds an error in the generated files.
    # control: lint-gate
    lint_dockerfile docker/api/Dockerfile || bad
}

gate_config() {
    # control: lint-gate
    note trivy config
    run_trivy config --skip-version-check --skip-check-update --disable-telemetry \
        --misconfig-scanners dockerfile,kubernetes --severity HIGH,CRITICAL \
        --skip-dirs "$CACHE" --exit-code 1 . || bad
}

gate_compose() {
    # control: lint-gate
    note docker compose config
    docker compose config --quiet || bad
}

gate_kubernetes() {
    # control: lint-gate
    note kubectl kustomize kubernetes
    run_kubectl kustomize kubernetes >/dev/null || bad
}

gate_build() {
    # The pipeline stops when Trivy finds a critical flaw in the image.
    # control: scan-gate
    build registry.example.org/team/everything/api:0.1.0 docker/api/Dockerfile ../api || bad
}

gate_scan() {
    # control: image-pinned, scan-gate
    scan pulled docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine3.24-slim@sha256:0000000000000000000000000000000000000000000000000000000000000001 || bad
    scan built registry.example.org/team/everything/api:0.1.0 || bad
    scan pulled docker.io/library/postgres:17.11-trixie || bad
    scan pulled registry.example.org/everything/files:2.0.0 || bad
}

gate_sbom() {
    # A list of everything in the image is made and kept with the build.
    # control: image-pinned, sbom
    list_parts pulled docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine3.24-slim@sha256:0000000000000000000000000000000000000000000000000000000000000001 web || bad
    list_parts built registry.example.org/team/everything/api:0.1.0 api || bad
    list_parts pulled docker.io/library/postgres:17.11-trixie db || bad
    list_parts pulled registry.example.org/everything/files:2.0.0 files || bad
}

case ${1:-all} in
pins) gate_pins ;;
dockerfiles) gate_dockerfiles ;;
config) gate_config ;;
compose) gate_compose ;;
kubernetes) gate_kubernetes ;;
build) gate_build ;;
scan) gate_scan ;;
sbom) gate_sbom ;;
all)
    gate_pins
    gate_dockerfiles
    gate_config
    gate_compose
    gate_kubernetes
    gate_build
    finish
    gate_scan
    gate_sbom
    ;;
*)
    printf 'unknown gate: %s\n' "$1" >&2
    exit 2
    ;;
esac
finish
