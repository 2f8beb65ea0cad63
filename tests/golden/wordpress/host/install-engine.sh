#!/bin/sh
# Installs the container engine. To /usr/local/sbin/skanse-install-engine; may be run again.
# Skanse 0.1.0, profile f9993b165f84
# Compare the fingerprint below with the one on Docker's installation page for your system before the first use: another key is refused.
# control: host-updates
fingerprint=060A61C51B558A7F742B77AAC52FEB6B621E9F35
repository=https://download.docker.com/linux/rhel
suite=9
packages='docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin'
key=/etc/pki/rpm-gpg/docker.asc

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
# Docker's own file of this name would take whatever key lies at its address.
cat >/etc/yum.repos.d/docker-ce.repo <<END
[docker-ce-stable]
name=Docker
baseurl=$repository/$suite/\$basearch/stable
enabled=1
gpgcheck=1
gpgkey=file://$key
END
# shellcheck disable=SC2086 # several words
dnf -q -y install $packages

dockerd --validate --config-file=/etc/docker/daemon.json
systemctl enable --now docker.service
