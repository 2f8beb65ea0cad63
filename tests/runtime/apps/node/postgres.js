// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// The few words of the PostgreSQL protocol that the sample needs, SCRAM among them: no package, no registry.
'use strict';
const crypto = require('node:crypto');
const net = require('node:net');

const int32 = (number) => { const b = Buffer.alloc(4); b.writeInt32BE(number); return b; };
const message = (kind, body) => Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest();

// RFC 5802 and 7677 without channel binding.
class Scram {
  constructor(password) {
    this.password = password;
    this.bare = `n=,r=${crypto.randomBytes(18).toString('base64')}`;
  }
  first() {
    const text = Buffer.from(`n,,${this.bare}`);
    return Buffer.concat([Buffer.from('SCRAM-SHA-256\0'), int32(text.length), text]);
  }
  last(challenge) {
    const [, nonce, salt, count] = challenge.match(/^r=([^,]*),s=([^,]*),i=(\d+)/);
    const salted = crypto.pbkdf2Sync(this.password, Buffer.from(salt, 'base64'), Number(count), 32, 'sha256');
    const key = hmac(salted, 'Client Key');
    const stored = crypto.createHash('sha256').update(key).digest();
    const unproved = `c=biws,r=${nonce}`;
    const signature = hmac(stored, `${this.bare},${challenge},${unproved}`);
    const proof = key.map((byte, index) => byte ^ signature[index]);
    return Buffer.from(`${unproved},p=${proof.toString('base64')}`);
  }
}

// A connection that is logged in. query('select 1') resolves to rows of texts.
function connect({ host, database, user, password }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(5432, host);
    const scram = new Scram(password);
    let data = Buffer.alloc(0);
    let rows = [];
    let failed = null;
    let waiting = null;
    const give = (error) => { const w = waiting; waiting = null; if (w) (error ? w.reject(error) : w.resolve(rows)); };

    const query = (text) => new Promise((ok, no) => {
      rows = [];
      failed = null;
      waiting = { resolve: ok, reject: no };
      socket.write(message('Q', Buffer.from(`${text}\0`)));
    });
    const handle = (kind, body) => {
      if (kind === 'R') {
        const step = body.readInt32BE(0);
        if (step === 10) socket.write(message('p', scram.first()));
        else if (step === 11) socket.write(message('p', scram.last(body.toString('utf8', 4))));
        else if (step !== 0 && step !== 12) reject(new Error(`PostgreSQL wants another way to log in: ${step}`));
      } else if (kind === 'D') {
        const row = [];
        let at = 2;
        for (let left = body.readInt16BE(0); left > 0; left--) {
          const length = body.readInt32BE(at);
          at += 4;
          row.push(length < 0 ? null : body.toString('utf8', at, at + length));
          at += Math.max(length, 0);
        }
        rows.push(row);
      } else if (kind === 'E') {
        failed = new Error(body.toString('utf8').split('\0').find((part) => part[0] === 'M')?.slice(1));
        if (!waiting) reject(failed);
      } else if (kind === 'Z') {
        if (waiting) give(failed);
        else resolve({ query, close: () => socket.end(message('X', Buffer.alloc(0))) });
      }
    };
    socket.on('connect', () => {
      const body = Buffer.concat([int32(196608), Buffer.from(`user\0${user}\0database\0${database}\0\0`)]);
      socket.write(Buffer.concat([int32(body.length + 4), body]));
    });
    socket.on('data', (more) => {
      data = Buffer.concat([data, more]);
      while (data.length >= 5 && data.length >= 1 + data.readInt32BE(1)) {
        const end = 1 + data.readInt32BE(1);
        const kind = String.fromCharCode(data[0]);
        const body = data.subarray(5, end);
        data = data.subarray(end);
        handle(kind, body);
      }
    });
    const lost = (error) => { reject(error); give(error); };
    socket.on('error', lost);
    socket.on('close', () => lost(new Error('PostgreSQL closed the connection')));
  });
}

const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;

module.exports = { connect, quoted };
