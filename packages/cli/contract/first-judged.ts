import { readEvents } from '@uat/runner';
import { expect, vi } from 'vitest';

/** Waits until the run in this folder has judged its first test. */
export async function firstJudged(out: string): Promise<void> {
  await vi.waitFor(() => expect(readEvents(out).some(({ event }) => event === 'judged')).toBe(true), {
    timeout: 30_000,
    interval: 100,
  });
}
