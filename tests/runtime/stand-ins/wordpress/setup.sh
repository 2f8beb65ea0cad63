#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
mv /usr/src/wordpress/wp-config-docker.php /tmp/
cp -RL /usr/share/wordpress/. /usr/src/wordpress
rm -f /usr/src/wordpress/wp-config.php
mv /tmp/wp-config-docker.php /usr/src/wordpress/
mkdir -p /usr/src/wordpress/wp-content/themes /usr/src/wordpress/wp-content/plugins
chown -R www-data:www-data /usr/src/wordpress
# As the PHP image has Apache: the prefork module, everything to the container's log, nothing below /var/www/html.
a2dismod -q -f mpm_event || true
a2enmod -q mpm_prefork rewrite php8.4
a2disconf -q other-vhosts-access-log
sed -ri -e 's/^export ([^=]+)=(.*)$/: ${\1:=\2}\nexport \1/' /etc/apache2/envvars
ln -sf /dev/stdout /var/log/apache2/access.log
ln -sf /dev/stderr /var/log/apache2/error.log
printf 'ServerName localhost\n' >>/etc/apache2/apache2.conf
rm -rf /var/www/html
install -d -o www-data -g www-data -m 1777 /var/www/html /run/apache2 /run/lock/apache2 /var/log/apache2
