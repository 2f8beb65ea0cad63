// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// POST /orders keeps an order and puts it into the queue; GET /orders tells all of them and how far they are.
'use strict';
const http = require('node:http');
const os = require('node:os');
const fs = require('node:fs');
const path = require('node:path');
const { database, queue, quoted } = require('./stores');

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function orders(request) {
  const db = await database();
  try {
    await db.query('create table if not exists orders (id serial primary key, what text not null, state text not null)');
    if (request.method !== 'POST') {
      return (await db.query('select what, state from orders order by id')).map(([what, state]) => ({ what, state }));
    }
    const what = await body(request);
    const [[id]] = await db.query(`insert into orders (what, state) values (${quoted(what)}, 'new') returning id`);
    const jobs = await queue();
    await jobs.ask('LPUSH', 'jobs', id);
    jobs.close();
    return { id };
  } finally {
    db.close();
  }
}

const server = http.createServer(async (request, response) => {
  const answer = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  try {
    if (request.url === '/orders') answer(200, await orders(request));
    else if (request.url === '/healthz') answer(200, 'ok');
    else if (request.url === '/headers') answer(200, request.headers);
    else if (request.url === '/scratch') {
      const file = path.join(os.tmpdir(), 'scratch');
      fs.writeFileSync(file, 'written');
      answer(200, fs.readFileSync(file, 'utf8'));
    } else answer(200, `hello from ${process.getuid()}`);
  } catch (error) {
    console.error(error);
    answer(500, error.message);
  }
});
server.listen(Number(process.env.PORT || 3000), () => console.log('listening'));
process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeAllConnections(); });
