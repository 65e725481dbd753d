import { describe, expect, test } from 'vitest';

import { runtimeEnv } from './runtime-env.ts';
import { createSlots } from './slots.ts';
import { createStopScanner } from './stop-scanner.ts';

describe('a stop text', () => {
  test('is found across pieces, and what only looked like one is shown', () => {
    const scanner = createStopScanner(['END', 'ab!']);
    expect(scanner.add('x aE')).toEqual({ text: 'x a', stopped: false });
    expect(scanner.add('N')).toEqual({ text: '', stopped: false });
    expect(scanner.add('d a')).toEqual({ text: 'ENd ', stopped: false });
    expect(scanner.add('b! more')).toEqual({ text: '', stopped: true });
    expect(scanner.rest()).toBe('');
  });

  test('is not there when the text ends before it does', () => {
    const scanner = createStopScanner(['END']);
    scanner.add('the EN');
    expect(scanner.rest()).toBe('EN');
  });
});

describe('a slot', () => {
  const { signal } = new AbortController();

  test('goes to who waited first, and not to who left the line', async () => {
    const slots = createSlots(1, 2);
    const first = await slots.take(signal);
    const leaving = new AbortController();
    const left = slots.take(leaving.signal);
    const waiting = slots.take(signal);
    await expect(slots.take(signal)).rejects.toMatchObject({ status: 503 });
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(slots.load).toEqual({ taken: 1, waiting: 1 });

    first[Symbol.dispose]();
    first[Symbol.dispose]();

    (await waiting)[Symbol.dispose]();
    expect(slots.load).toEqual({ taken: 0, waiting: 0 });
  });
});

test('an environment takes what a deployment adds and takes away, reserved names apart', () => {
  const parent = { PATH: '/bin', KEPT: '1', AWAY: '2' };
  const asked = { LD_LIBRARY_PATH: '/evil', NODE_OPTIONS: '--inspect', PATH: null, AWAY: null, ADDED: '3' };
  expect(runtimeEnv(parent, asked)).toEqual({
    env: { PATH: '/bin', KEPT: '1', ADDED: '3' },
    dropped: ['LD_LIBRARY_PATH', 'NODE_OPTIONS', 'PATH'],
  });
});
