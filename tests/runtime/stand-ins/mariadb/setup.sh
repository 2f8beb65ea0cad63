#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
usermod --uid 999 mysql
groupmod --gid 999 mysql
rm -rf /var/lib/mysql /run/mysqld /var/log/mysql /etc/mysql/mariadb.conf.d/* /etc/mysql/debian*
install -d -o mysql -g mysql -m 0750 /var/lib/mysql
install -d -o mysql -g mysql -m 1777 /run/mysqld
