printf 'deb [arch=%s signed-by=%s] %s %s stable\n' "$(dpkg --print-architecture)" "$key" "$repository" "$suite" \
    >/etc/apt/sources.list.d/docker.list
apt-get -q update
# shellcheck disable=SC2086 # several words
DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $packages
