
# The daemon as root is not used.
systemctl disable --now docker.service docker.socket
user={{user:shell}}
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
