// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
// The few words of the Redis protocol that the sample needs: no package, no registry.
'use strict';
const net = require('node:net');

// Takes one whole answer off the front of the text; undefined if it is not all there yet.
function take(text) {
  const end = text.indexOf('\r\n');
  if (end < 0) return undefined;
  const kind = text[0];
  const head = text.slice(1, end);
  let rest = text.slice(end + 2);
  if (kind === '+') return { value: head, rest };
  if (kind === '-') return { error: head, rest };
  if (kind === ':') return { value: Number(head), rest };
  if (kind === '$') {
    const length = Number(head);
    if (length < 0) return { value: null, rest };
    if (rest.length < length + 2) return undefined;
    return { value: rest.slice(0, length), rest: rest.slice(length + 2) };
  }
  if (Number(head) < 0) return { value: null, rest };
  const list = [];
  for (let left = Number(head); left > 0; left--) {
    const item = take(rest);
    if (!item) return undefined;
    list.push(item.value);
    rest = item.rest;
  }
  return { value: list, rest };
}

// A connection that has said its password. ask('SET', 'a', 'b') resolves to the answer.
async function connect(host, password) {
  const socket = net.connect(6379, host);
  const waiting = [];
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (data) => {
    text += data;
    for (let found = take(text); found; found = take(text)) {
      text = found.rest;
      const { resolve, reject } = waiting.shift();
      if (found.error) reject(new Error(found.error));
      else resolve(found.value);
    }
  });
  const fail = (error) => waiting.splice(0).forEach(({ reject }) => reject(error));
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('Redis closed the connection')));
  const ask = (...words) => new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    socket.write(`*${words.length}\r\n` + words.map((word) => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`).join(''));
  });
  await ask('AUTH', password);
  return { ask, close: () => socket.end() };
}

module.exports = { connect };
