// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// Takes orders from the queue and marks them as done.
'use strict';
const fs = require('node:fs');
const { database, queue } = require('./stores');
const { ALIVE } = require('./worker-health');

async function work() {
  const jobs = await queue();
  for (;;) {
    fs.writeFileSync(ALIVE, String(Date.now()));
    const job = await jobs.ask('BRPOP', 'jobs', 2);
    if (!job) continue;
    const db = await database();
    await db.query(`update orders set state = 'done' where id = ${Number(job[1])}`);
    db.close();
    console.log(`order ${job[1]} is done`);
  }
}

process.on('SIGTERM', () => process.exit(0));
work().catch((error) => { console.error(error); process.exit(1); });
