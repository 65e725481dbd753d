import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { expect, test } from 'vitest';
import { planTimings } from './plan-timings.ts';

test.each([
  { what: 'no JSON', text: '{"a": 1', says: 'must be a JSON object with the seconds of each unit' },
  { what: 'a list', text: '[1, 2]', says: 'must be a JSON object with the seconds of each unit' },
  { what: 'NaN', text: '{"a": NaN}', says: 'must be a JSON object with the seconds of each unit' },
  { what: 'no unit', text: '{}', says: 'has no unit; there is nothing to plan.' },
  { what: 'a time in words', text: '{"a": "3 s"}', says: `has "3 s" for 'a'; write its seconds` },
  { what: 'no number', text: '{"a": null}', says: "has null for 'a'; write its seconds" },
  { what: 'a time without end', text: '{"a": 1e999}', says: "has Infinity for 'a'; write its seconds" },
  { what: 'no shard', shards: '0', says: "--shards takes a whole number from 1 up, not '0'." },
  { what: 'half a shard', shards: '2.5', says: "--shards takes a whole number from 1 up, not '2.5'." },
  { what: 'far too many shards', shards: '1000000000', says: '--shards takes at most 10,000' },
])('timings with $what are refused with a sentence', ({ text = '{"a": 1}', shards = '2', says }) => {
  const timings = path.join(temporaryFolder(), 'timings.json');
  writeFileSync(timings, text);

  const refused = () => planTimings({ timings, shards, json: '-' });

  expect(refused).toThrow(says);
  expect(refused).toThrow(expect.objectContaining({ kind: 'configuration' }));
});
