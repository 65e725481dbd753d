import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hostName, isLeftOver, isOfRunningProcess } from './host-name.ts';
import { processStartTime } from './process-start-time.ts';

test('the host of a running process is not left over', () => {
  expect(isLeftOver(hostName())).toBe(false);
  expect(isOfRunningProcess(hostName())).toBe(false);
});

test('the host of a process that is gone is left over', () => {
  const { pid } = spawnSync('true');

  expect(isLeftOver(`uat-${pid}-1-abcdef`)).toBe(true);
});

test('the host of an earlier process with the same pid is left over', () => {
  expect(isLeftOver(`uat-${process.pid}-${Number(processStartTime(process.pid)) + 1}-abcdef`)).toBe(true);
});

test('the host of another running process is neither left over nor our own', () => {
  const name = `uat-${process.ppid}-${processStartTime(process.ppid)}-abcdef`;

  expect([isLeftOver(name), isOfRunningProcess(name)]).toEqual([false, true]);
});

test.each(['uat-lab', 'system.slice', `uat-${process.pid}`, ''])('%o is not the name of a host', (name) => {
  expect([isLeftOver(name), isOfRunningProcess(name)]).toEqual([false, false]);
});
