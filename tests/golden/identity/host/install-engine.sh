#!/bin/sh
# Installs the container engine. To /usr/local/sbin/skanse-install-engine; may be run again.
# Skanse 0.1.0, profile ce122e2d3b2d
# Compare the fingerprint below with the one on Docker's installation page for your system before the first use: another key is refused.
# control: host-updates
fingerprint=9DC858229FC7DD38854AE2D88D81803C0EBFCD88
repository=https://download.docker.com/linux/debian
suite=trixie
packages='docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin'
key=/etc/apt/keyrings/docker.asc

set -eu

if [ ! -s "$key" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    curl --fail --silent --show-error --location --proto '=https' "$repository/gpg" -o "$work/key"
    found=$(gpg --homedir "$work" --batch --show-keys --with-colons "$work/key" 2>/dev/null |
        awk -F : '$1 == "pub" { primary = 1 } $1 == "fpr" && primary { print $10; primary = 0 }')
    if [ "$found" != "$fingerprint" ]; then
        echo "the key at $repository/gpg is not $fingerprint but ${found:-unreadable}" >&2
        exit 1
    fi
    install -d -m 0755 "${key%/*}"
    install -m 0644 "$work/key" "$key"
fi
printf 'deb [arch=%s signed-by=%s] %s %s stable\n' "$(dpkg --print-architecture)" "$key" "$repository" "$suite" \
    >/etc/apt/sources.list.d/docker.list
apt-get -q update
# shellcheck disable=SC2086 # several words
DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $packages

dockerd --validate --config-file=/etc/docker/daemon.json
systemctl enable --now docker.service
