import { recordedEvents } from '@uat/record';
import { expect, vi } from 'vitest';

/** Waits until the run in this folder has judged its first test. */
export async function firstAttempt(out: string): Promise<void> {
  await vi.waitFor(() => expect(recordedEvents(out).some(({ event }) => event === 'attempt')).toBe(true), {
    timeout: 60_000,
    interval: 100,
  });
}
