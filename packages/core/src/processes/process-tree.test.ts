import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { spawn } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { descendantsOf, processFacts } from './process-tree.ts';

/** A shell that waits for a shell that waits for a sleep; gives the shell and the innermost process. */
async function nested(): Promise<{ outer: number; innermost: number }> {
  const script = 'sh -c \'sleep 60 & echo $!; wait\' "a (name) with ) brackets"; true';
  const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const outer = Number(child.pid);
  onTestFinished(() => void process.kill(-outer, 'SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { outer, innermost: Number(line) };
}

describe.runIf(process.platform === 'linux')('the process tree', () => {
  test('tells the parent and the command line of a process', () => {
    expect(processFacts(process.pid)).toEqual({
      parent: process.ppid,
      command: expect.stringContaining('node'),
    });
  });

  test('knows nothing of a process that is gone', () => {
    expect(processFacts(2 ** 22 + 1)).toBeUndefined();
    expect(descendantsOf(2 ** 22 + 1)).toEqual([]);
  });

  test('holds the children and what they started', async () => {
    const { outer, innermost } = await nested();

    const below = descendantsOf(outer);

    expect(below).toHaveLength(2);
    expect(below.at(-1)).toBe(innermost);
    expect(descendantsOf(process.pid)).toEqual(expect.arrayContaining([outer, ...below]));
  });

  test('of a process that started nothing is empty', async () => {
    const { innermost } = await nested();

    expect(descendantsOf(innermost)).toEqual([]);
  });
});
