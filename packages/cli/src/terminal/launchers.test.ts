import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { describe, expect, onTestFinished, test } from 'vitest';
import { launchersAbove } from './launchers.ts';

/** Starts a command line under the ones above it, the outermost first; gives the parent and its own parent. */
async function startedBy(...above: string[][]): Promise<{ parent: number; grandparent: number }> {
  const innermost = ['sh', '-c', 'echo $PPID $(cut -d" " -f4 /proc/$PPID/stat); sleep 30; true'];
  const [file = '', ...args] = [...above, innermost].flat();
  const child = execa(file, args, { reject: false, buffer: false, detached: true });
  onTestFinished(() => void process.kill(-Number(child.pid), 'SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const [parent = 0, grandparent = 0] = line.split(' ').map(Number);
  return { parent, grandparent };
}

/** A shell that bears a name, runs what stands behind it, and waits for that. */
const named = (name: string) => ['sh', '-c', '"$@"; true', name];

describe.runIf(process.platform === 'linux')('the launchers above a process', () => {
  test('are those that start a package’s scripts, up to the first that does something else', async () => {
    const { parent, grandparent } = await startedBy(named('npx'), named('pnpm'));

    const [first, second] = launchersAbove(parent);

    expect([first, second]).toEqual([parent, grandparent]);
  });

  test('are none when something else started it', () => {
    // The tests of this file run below vitest.
    expect(launchersAbove(process.pid)).toEqual([]);
  });

  test('are none of a process that is gone', () => {
    expect(launchersAbove(2 ** 22 + 1)).toEqual([]);
  });
});
