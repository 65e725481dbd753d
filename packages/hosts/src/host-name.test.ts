import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hostName, isLeftOver, isOfAnother } from './host-name.ts';
import { startedAt } from './started-at.ts';

test('a host of a process that runs is not left over', () => {
  expect(isLeftOver(hostName())).toBe(false);
  expect(isOfAnother(hostName())).toBe(false);
});

test('a host of a process that is gone is left over', () => {
  const { pid } = spawnSync('true');

  expect(isLeftOver(`uat-${pid}-1-abcdef`)).toBe(true);
});

test('a host of another process that had the same number is left over', () => {
  expect(isLeftOver(`uat-${process.pid}-${Number(startedAt(process.pid)) + 1}-abcdef`)).toBe(true);
});

test('a host of another process that runs is neither left over nor our own', () => {
  const name = `uat-${process.ppid}-${startedAt(process.ppid)}-abcdef`;

  expect([isLeftOver(name), isOfAnother(name)]).toEqual([false, true]);
});

test.each(['uat-lab', 'system.slice', `uat-${process.pid}`, ''])('%o is no host', (name) => {
  expect([isLeftOver(name), isOfAnother(name)]).toEqual([false, false]);
});
