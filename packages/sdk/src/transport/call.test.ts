import { describe, expect, it } from 'vitest';
import { callOf } from './call.ts';

describe('callOf', () => {
  it('never raises an unhandled rejection, whichever view is dropped', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);

    void callOf(Promise.reject(new Error('nobody looks')));
    const half = callOf(Promise.reject(new Error('one looks')));
    await expect(half.answer).rejects.toThrow('one looks');
    await new Promise((turn) => setTimeout(turn, 20));

    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});
