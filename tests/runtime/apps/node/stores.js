// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// The database and the queue, as the environment of the bundle names them.
'use strict';
const fs = require('node:fs');
const postgres = require('./postgres');
const redis = require('./redis');

const secret = (name) => fs.readFileSync(process.env[name], 'utf8').trim();

const database = () => postgres.connect({
  host: process.env.DB_HOST, database: process.env.DB_NAME, user: process.env.DB_USER, password: secret('DB_PASSWORD_FILE'),
});
const queue = () => redis.connect(process.env.REDIS_HOST, secret('REDIS_PASSWORD_FILE'));

module.exports = { database, queue, quoted: postgres.quoted };
