
dockerd --validate --config-file=/etc/docker/daemon.json
systemctl enable --now docker.service
