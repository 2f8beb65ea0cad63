#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
#
# The web shop of resources/examples/web-shop.skanse.yaml with kubectl create. It has no words for
# mounted secrets and for storage, so these are missing.
set -eu
kubectl=$1

make() { "$kubectl" create "$@" --dry-run=client -o yaml; echo ---; }
with() { "$kubectl" set env --local -f - "$@" -o yaml; echo ---; }
deployment() { "$kubectl" create deployment "$@" --dry-run=client -o yaml; }

make namespace nettbutikk
deployment web --image=docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine3.24-slim --port=8080 --replicas=2
echo ---
deployment api --image=registry.invalid/nettbutikk/api:0.1.0 --port=3000 --replicas=2 |
    with PORT=3000 DB_HOST=db DB_NAME=app DB_USER=app DB_PASSWORD_FILE=/run/secrets/db-password \
        REDIS_HOST=cache REDIS_PASSWORD_FILE=/run/secrets/redis-password \
        PAYMENT_URL=https://betaling.example.org/v1 PAYMENT_KEY_FILE=/run/secrets/payment-key \
        NODE_OPTIONS=--max-old-space-size=384
deployment worker --image=registry.invalid/nettbutikk/worker:0.1.0 |
    with DB_HOST=db DB_NAME=app DB_USER=app DB_PASSWORD_FILE=/run/secrets/db-password \
        REDIS_HOST=cache REDIS_PASSWORD_FILE=/run/secrets/redis-password \
        SMTP_URL=smtp://smtp.example.org:587 SMTP_PASSWORD_FILE=/run/secrets/smtp-password
deployment db --image=docker.io/library/postgres:17.11-trixie --port=5432 |
    with POSTGRES_DB=app POSTGRES_USER=app POSTGRES_PASSWORD_FILE=/run/secrets/db-password
deployment cache --image=docker.io/library/redis:8.10.1-alpine3.23 --port=6379
echo ---
make service clusterip web --tcp=8080:8080
make service clusterip api --tcp=3000:3000
make service clusterip db --tcp=5432:5432
make service clusterip cache --tcp=6379:6379
make ingress nettbutikk --rule='butikk.example.org/*=web:8080,tls=nettbutikk-tls'
