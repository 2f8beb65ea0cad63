// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
//
// node read.mjs 1.1|1.2 < list of files
//
// One line of JSON for each file: what a JavaScript program sees in it with the package yaml. What is
// neither text, whole number, boolean, map nor list becomes {"!": "what it is"}, which no file should hold.

import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

const version = process.argv[2];

// The value as JSON text; written here because JSON.stringify() knows no large whole numbers.
function json(value) {
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(json).join()}]`;
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => {
      const name = typeof key === 'string' ? key : `!${typeof key} ${key}`;
      return `${JSON.stringify(name)}:${json(item)}`;
    });
    return `{${entries.join()}}`;
  }
  return JSON.stringify({ '!': `${value?.constructor?.name ?? 'null'} ${value}` });
}

function read(file) {
  const documents = [];
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'), { version, intAsBigInt: true })) {
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) return `"error":${JSON.stringify(problem.message.split('\n')[0])}`;
    documents.push(json(document.toJS({ mapAsMap: true })));
  }
  return `"documents":[${documents.join()}]`;
}

for (const file of readFileSync(0, 'utf8').split('\n')) {
  if (file) process.stdout.write(`{"file":${JSON.stringify(file)},${read(file)}}\n`);
}
