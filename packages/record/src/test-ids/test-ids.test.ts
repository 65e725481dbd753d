import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTestIds, testIdsFile, writeTestIds } from './test-ids.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-test-ids-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const suites = () => mkdtempSync(path.join(scratch, 'suites-'));

test('suites without a file of ids have none', () => {
  expect(readTestIds(suites())).toEqual({ tests: [], aliases: {} });
});

test('ids are written in order, one a line, and read again', () => {
  const folder = suites();
  const aliases = { 'a/y#3': 'a/x#2', 'a/b#0': null };

  writeTestIds(folder, { tests: ['a/x#2', 'a/x#1', 'a/x#2'], aliases });

  expect(readTestIds(folder)).toEqual({ tests: ['a/x#1', 'a/x#2'], aliases });
  expect(readFileSync(testIdsFile(folder), 'utf8')).toBe(
    '{\n  "tests": [\n    "a/x#1",\n    "a/x#2"\n  ],\n  "aliases": {\n    "a/b#0": null,\n    "a/y#3": "a/x#2"\n  }\n}\n',
  );
});

test.each([
  { what: 'no JSON', text: '{', says: 'expected object' },
  { what: 'another shape', text: '[]', says: 'expected object' },
  { what: 'a field that is not known', text: '{"tests":[],"aliases":{},"more":1}', says: '"more"' },
  { what: 'no id', text: '{"tests":["sign-in"],"aliases":{}}', says: 'expected the id of a test' },
  {
    what: 'a circle',
    text: '{"tests":[],"aliases":{"a#0":"a#1","a#1":"a#2","a#2":"a#1"}}',
    says: 'the aliases go in a circle: a#1 → a#2 → a#1',
  },
  { what: 'a circle of one', text: '{"tests":[],"aliases":{"a#1":"a#1"}}', says: 'a#1 → a#1' },
])('a file that holds $what is a matter of configuration', ({ text, says }) => {
  const folder = suites();
  writeFileSync(testIdsFile(folder), text);

  expect(() => readTestIds(folder)).toThrow(
    expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(says) }),
  );
});
