#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
userdel rabbitmq
groupadd --non-unique --gid 101 rabbitmq
useradd --non-unique --uid 100 --gid 101 --no-create-home --home-dir /var/lib/rabbitmq --shell /bin/bash rabbitmq
rm -rf /var/lib/rabbitmq /var/log/rabbitmq /etc/rabbitmq/rabbitmq-env.conf
install -d -o rabbitmq -g rabbitmq -m 1777 /var/lib/rabbitmq /var/log/rabbitmq
chown -R rabbitmq:rabbitmq /etc/rabbitmq
chmod -R a=,u+rwX,g+rwX,o+rX /etc/rabbitmq
for program in rabbitmq-server rabbitmqctl rabbitmq-diagnostics rabbitmq-plugins; do
    printf '#!/bin/sh\nexec /usr/lib/rabbitmq/bin/%s "$@"\n' "$program" >"/usr/local/bin/$program"
    chmod 0755 "/usr/local/bin/$program"
done
