#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
set -eu
ln -s /usr/sbin/php-fpm8.4 /usr/local/sbin/php-fpm.debian
ln -s /usr/bin/php8.4 /usr/local/bin/php
mkdir -p /usr/local/etc/php
cp /usr/lib/php/8.4/php.ini-production /usr/local/etc/php/php.ini-production
mkdir -p /var/www/html
