// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// The web shop of resources/examples/web-shop.skanse.yaml with cdk8s-plus: its own defaults, and its
// own words for storage, secrets and connections.
const {App, Chart, Size} = require("cdk8s");
const kplus = require("cdk8s-plus-33");

const app = new App({outdir: process.argv[2]});
const chart = new Chart(app, "nettbutikk", {namespace: "nettbutikk"});
new kplus.Namespace(chart, "namespace", {metadata: {name: "nettbutikk"}});

function secret(name) {
    return kplus.Volume.fromSecret(chart, `${name}-volume`, kplus.Secret.fromSecretName(chart, name, name));
}
const secrets = Object.fromEntries(["tls-certificate", "tls-key", "db-password", "redis-password", "redis-conf",
    "payment-key", "smtp-password"].map((name) => [name, secret(name)]));

function variables(values) {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, kplus.EnvValue.fromValue(value)]));
}

function mount(container, names) {
    for (const name of names) {
        container.mount(`/run/secrets/${name}`, secrets[name], {readOnly: true});
    }
}

function storage(container, name, path, size) {
    const claim = new kplus.PersistentVolumeClaim(chart, `${name}-data`, {
        accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE], storage: size});
    container.mount(path, kplus.Volume.fromPersistentVolumeClaim(chart, `${name}-volume`, claim));
}

const web = new kplus.Deployment(chart, "web");
mount(web.addContainer({image: "docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine3.24-slim", portNumber: 8080}),
    ["tls-certificate", "tls-key"]);

const api = new kplus.Deployment(chart, "api");
mount(api.addContainer({image: "registry.invalid/nettbutikk/api:0.1.0", portNumber: 3000, envVariables: variables({
    PORT: "3000", DB_HOST: "db", DB_NAME: "app", DB_USER: "app",
    DB_PASSWORD_FILE: "/run/secrets/db-password", REDIS_HOST: "cache",
    REDIS_PASSWORD_FILE: "/run/secrets/redis-password", PAYMENT_URL: "https://betaling.example.org/v1",
    PAYMENT_KEY_FILE: "/run/secrets/payment-key", NODE_OPTIONS: "--max-old-space-size=384"})}),
    ["db-password", "redis-password", "payment-key"]);

const worker = new kplus.Deployment(chart, "worker", {replicas: 1});
mount(worker.addContainer({image: "registry.invalid/nettbutikk/worker:0.1.0", args: ["worker.js"],
    envVariables: variables({DB_HOST: "db", DB_NAME: "app", DB_USER: "app",
        DB_PASSWORD_FILE: "/run/secrets/db-password", REDIS_HOST: "cache",
        REDIS_PASSWORD_FILE: "/run/secrets/redis-password", SMTP_URL: "smtp://smtp.example.org:587",
        SMTP_PASSWORD_FILE: "/run/secrets/smtp-password"})}),
    ["db-password", "redis-password", "smtp-password"]);

const db = new kplus.Deployment(chart, "db", {replicas: 1});
const postgres = db.addContainer({image: "docker.io/library/postgres:17.11-trixie", portNumber: 5432,
    resources: {cpu: {limit: kplus.Cpu.units(2)}, memory: {limit: Size.gibibytes(2)}},
    envVariables: variables({POSTGRES_DB: "app", POSTGRES_USER: "app",
        POSTGRES_PASSWORD_FILE: "/run/secrets/db-password"})});
mount(postgres, ["db-password"]);
storage(postgres, "db", "/var/lib/postgresql/data", Size.gibibytes(20));

const cache = new kplus.Deployment(chart, "cache", {replicas: 1});
const redis = cache.addContainer({image: "docker.io/library/redis:8.10.1-alpine3.23", portNumber: 6379,
    args: ["redis-server", "/run/secrets/redis-conf"]});
mount(redis, ["redis-conf"]);
storage(redis, "cache", "/data", Size.gibibytes(1));

web.exposeViaService({name: "web"}).exposeViaIngress("/");
api.exposeViaService({name: "api"});
db.exposeViaService({name: "db"});
cache.exposeViaService({name: "cache"});
web.connections.allowTo(api);
for (const from of [api, worker]) {
    from.connections.allowTo(db);
    from.connections.allowTo(cache);
}
app.synth();
