import type { PinnedPlan } from '@uat/plan';
import { expect, test } from 'vitest';
import { assertCommitHolds, assertTargetHolds } from './assert-plan-holds.ts';

const target = {
  name: 'env',
  url: 'https://a.test',
  version: '1.2.0',
  contractVersion: '1.2.0',
  contractHash: 'f00d',
};
const plan = { pins: { suiteCommit: '83e2d5b', target } } as PinnedPlan;

test('the planned target holds, also where it does not tell its version', () => {
  expect(() => assertTargetHolds(plan, target)).not.toThrow();
  expect(() => assertTargetHolds(plan, { ...target, version: null, contractHash: null })).not.toThrow();
});

test('a shard without a target has nothing to compare', () => {
  const none = { name: 'this machine', url: null, version: null, contractVersion: null };

  expect(() => assertTargetHolds(plan, none)).not.toThrow();
});

test.each([
  {
    what: 'another deployment',
    found: { url: 'https://b.test' },
    kind: 'configuration',
    says: 'https://b.test',
  },
  { what: 'another version', found: { version: '1.3.0' }, kind: 'infrastructure', says: '1.3.0 now' },
  { what: 'another contract', found: { contractHash: 'beef' }, kind: 'infrastructure', says: 'beef now' },
])('$what is refused as $kind', ({ found, kind, says }) => {
  expect(() => assertTargetHolds(plan, { ...target, ...found })).toThrow(
    expect.objectContaining({ kind, message: expect.stringContaining(says) }),
  );
});

test('another commit is refused', () => {
  expect(() => assertCommitHolds(plan, 'c0ffee5')).toThrow(
    expect.objectContaining({ kind: 'configuration' }),
  );
  expect(() => assertCommitHolds(plan, '83e2d5b')).not.toThrow();
});
