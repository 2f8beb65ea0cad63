
# The socket is for Compose; only root reaches it.
systemctl enable --now podman.socket
