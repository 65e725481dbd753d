import { expect, test } from 'vitest';
import {
  diagnostic,
  ended,
  header,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
  target,
} from './testing/index.ts';
import { fold } from './fold.ts';
import { judge } from './judge/judge.ts';
import { merge } from './merge.ts';
import type { RunRecord } from './schema.ts';

const [a, b, smoke] = ['authnz/sign-in#a', 'authnz/sign-in#b', 'smoke/health#smoke'];
const whole = plan(planned(smoke, { dependency: true }), planned(a), planned(b));

const part = (
  index: number,
  of: number,
  assigned: string[],
  change: Partial<RunRecord['header']> = {},
): RunRecord => ({
  header: { ...header, shard: { index, of }, ...change },
  events: [{ ...whole, assigned }, ...assigned.map((id) => passed(id)), ended],
});

/** A part that knows which target it ran against. */
const against = (one: RunRecord, change: Partial<typeof target>): RunRecord => ({
  ...one,
  events: [{ ...target, readyAt: header.startedAt, ...change }, ...one.events],
});

const lostLine = diagnostic('infrastructure', 'line 3 of events.ndjson cannot be read');

const first = part(1, 2, [smoke, a]);
const second = part(2, 2, [smoke, b]);

test('parts of one plan are the whole', () => {
  expect(judge(fold(merge([second, first])))).toMatchObject({
    kind: 'pass',
    counts: { discovered: 2, passed: 2, dependency: 1 },
    trouble: [],
  });
});

test.each<{ what: string; parts: [RunRecord, ...RunRecord[]]; says: string; unknown?: number }>([
  { what: 'a part that is missing', parts: [first], says: 'shard 2/2 is missing', unknown: 1 },
  {
    what: 'a part that is there twice',
    parts: [first, second, second],
    says: 'shard 2/2 is doubled: 2 records of it came',
    unknown: 1,
  },
  {
    what: 'a part of another split',
    parts: [first, second, part(3, 3, [])],
    says: 'shard 3/3 is surplus: the plan has 2 shards',
  },
  {
    what: 'a part of another commit',
    parts: [first, part(2, 2, [b], { suiteCommit: 'c0ffee5' })],
    says: 'shard 2/2 is of commit c0ffee5, and shard 1/2 of 83e2d5b',
  },
  {
    what: 'a part of another plan',
    parts: [first, { ...second, events: [{ ...whole, hash: 'dead', assigned: [b] }, passed(b), ended] }],
    says: 'shard 2/2 is foreign: it is of plan dead, and the others of plan f00d; the plans are mixed',
    unknown: 1,
  },
  {
    what: 'a part without a plan',
    parts: [first, { ...second, events: [] }],
    says: 'shard 2/2 has no plan',
    unknown: 1,
  },
  {
    what: 'a part without an end',
    parts: [
      first,
      { ...second, events: second.events.filter((one) => !('id' in one && one.id === b)).slice(0, -1) },
    ],
    says: '1 test ended in an unknown way: the record of its part of the run is missing or incomplete',
    unknown: 1,
  },
  {
    what: 'a part of which a line is lost',
    parts: [
      first,
      {
        ...second,
        events: [...second.events.filter((one) => !('id' in one && one.id === b)), lostLine],
        damaged: true,
      },
    ],
    says: 'line 3 of events.ndjson cannot be read',
    unknown: 1,
  },
  {
    what: 'a part in another lane',
    parts: [first, part(2, 2, [b], { lane: 'cd' })],
    says: 'shard 2/2 ran in lane cd, and shard 1/2 in local',
  },
  {
    what: 'a part under another quarantine',
    parts: [first, { ...second, events: [policy(quarantineOf(b)), ...second.events] }],
    says: 'shard 2/2 was run under another quarantine than shard 1/2',
  },
  {
    what: 'a part against another version',
    parts: [against(first, {}), against(second, { version: '1.3.0' })],
    says: 'shard 2/2 ran against version 1.3.0 of the target, and shard 1/2 against 1.2.0',
  },
  {
    what: 'a part against another contract',
    parts: [against(first, {}), against(second, { contractVersion: '1.3.0' })],
    says: 'shard 2/2 ran against version 1.3.0 of the contract, and shard 1/2 against 1.2.0',
  },
  {
    what: 'a test in two parts',
    parts: [first, part(2, 2, [a, b])],
    says: `${a} is assigned to more than one shard`,
  },
])('$what is told, and never green', ({ parts, says, unknown = 0 }) => {
  const verdict = judge(fold(merge(parts)));

  expect(verdict).toMatchObject({ kind: 'infrastructure', exitCode: 3, counts: { unknown } });
  expect(verdict.trouble).toContain(says);
});

test('the whole run has the areas of all parts', () => {
  const about = (one: RunRecord, areas: string[]): RunRecord => ({
    ...one,
    header: { ...one.header, request: { areas } },
  });
  const merged = merge([about(first, ['smoke', 'authnz']), about(second, ['smoke', 'installers'])]);

  expect(judge(fold(merged)).areas).toEqual(['smoke', 'authnz', 'installers']);
});

test('a test that every part ran, because others need it, is as bad as in the worst of them', () => {
  const red: RunRecord = {
    ...second,
    events: second.events.map((one) =>
      one.event === 'attempt' && one.id === smoke ? { ...one, status: 'failed' } : one,
    ),
  };

  expect(judge(fold(merge([red, first]))).failures).toEqual([expect.objectContaining({ id: smoke })]);
});

test('the target of a merge is that of the shards that have one', () => {
  const packages = against(first, {
    name: 'this machine',
    url: null,
    version: null,
    readyAt: '2026-11-22T18:00:00.000Z',
  });

  expect(judge(fold(merge([packages, against(second, {})]))).target).toMatchObject({
    name: 'embedded',
    version: '1.2.0',
  });
});
