import { describe, expect, it } from 'vitest';
import { callOf } from './call.ts';

describe('callOf', () => {
  it('never raises an unhandled rejection, whether the body or the response is ignored', async () => {
    const unhandled: unknown[] = [];
    const record = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', record);

    void callOf(Promise.reject(new Error('both ignored')));
    const half = callOf(Promise.reject(new Error('body ignored')));
    await expect(half.response).rejects.toThrow('body ignored');
    await new Promise((turn) => setTimeout(turn, 20));

    process.off('unhandledRejection', record);
    expect(unhandled).toEqual([]);
  });
});
