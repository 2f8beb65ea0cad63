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
