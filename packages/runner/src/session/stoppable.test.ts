import { execa } from 'execa';
import { expect, test } from 'vitest';
import { stoppable } from './stoppable.ts';

// In a process of its own: what it starts is all that it may end.
const script = `
  import { execa } from ${JSON.stringify(import.meta.resolve('execa'))};
  import { stoppable } from ${JSON.stringify(new URL('stoppable.ts', import.meta.url))};
  const stop = new AbortController();
  const steps = async () => {
    await execa('sleep', ['60'], { reject: false });
    await execa('sleep', ['60']);
    return 'done';
  };
  setTimeout(() => stop.abort(), 300);
  console.log(await stoppable(steps(), stop.signal));
`;

test('work that is stopped ends with every program that it starts', async () => {
  const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 20_000,
  });

  expect(stdout).toBe('undefined');
});

test('work that is not stopped gives what it gives', async () => {
  const { signal } = new AbortController();

  expect(await stoppable(Promise.resolve('done'), signal)).toBe('done');
  await expect(stoppable(Promise.reject(new Error('no mirror')), signal)).rejects.toThrow('no mirror');
});
