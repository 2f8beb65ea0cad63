#!/bin/sh
# Installs the container engine. To /usr/local/sbin/skanse-install-engine; may be run again.
# Skanse 0.1.0, profile bdc45c9e49e4
# Compare the fingerprint below with the one on Docker's installation page for your system before the first use: another key is refused.
# Security updates install themselves; a reboot happens in a fixed window.
# control: host-updates
fingerprint=9DC858229FC7DD38854AE2D88D81803C0EBFCD88
repository=https://download.docker.com/linux/ubuntu
suite=noble
packages='docker-ce docker-ce-cli docker-ce-rootless-extras containerd.io docker-buildx-plugin docker-compose-plugin slirp4netns uidmap dbus-user-session'
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

# The daemon as root is not used.
systemctl disable --now docker.service docker.socket
user=skanse
if ! id "$user" >/dev/null 2>&1; then
    useradd --create-home --shell /usr/sbin/nologin "$user"
fi
number=$(id -u "$user")
home=$(getent passwd "$user" | cut -d : -f 6)
# A file of root: the engine reads it and cannot change it.
install -d -o "$user" -g "$user" -m 0755 "$home/.config" "$home/.config/docker"
ln -sfn /etc/skanse/daemon.json "$home/.config/docker/daemon.json"
dockerd --validate --config-file=/etc/skanse/daemon.json
systemctl daemon-reload
loginctl enable-linger "$user"
systemctl start "user@$number.service"
as_user() {
    runuser -u "$user" -- env HOME="$home" XDG_RUNTIME_DIR="/run/user/$number" \
        DBUS_SESSION_BUS_ADDRESS="unix:path=/run/user/$number/bus" "$@"
}
if [ ! -e "$home/.config/systemd/user/docker.service" ]; then
    as_user dockerd-rootless-setuptool.sh install
fi
as_user systemctl --user enable --now docker.service
