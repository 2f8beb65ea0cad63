// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// Run as a program: does the worker still turn its wheel?
'use strict';
const fs = require('node:fs');
const ALIVE = '/tmp/worker-alive';
module.exports = { ALIVE };
if (require.main === module) {
  const age = fs.existsSync(ALIVE) ? Date.now() - Number(fs.readFileSync(ALIVE, 'utf8')) : Infinity;
  process.exit(age < 30000 ? 0 : 1);
}
