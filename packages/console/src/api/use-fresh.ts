import { useEffect } from 'react';
import type { Loaded } from './use-answer.ts';

/** Long enough for the platform, short enough for whoever waits for a progress bar. */
const pause = 1_000;

/**
 * Keeps an answer fresh: asks again a moment after each answer in which something moves, and when the window gets the
 * focus back. At rest nothing is asked, so that an open page does not keep a session alive.
 */
export function useFresh<T>(answer: Loaded<T>, moves: (data: T) => boolean, again: () => void): void {
  useEffect(() => {
    if (answer.kind !== 'ok' || !moves(answer.data)) return;
    const timer = setTimeout(again, pause);
    return () => clearTimeout(timer);
  }, [answer, moves, again]);

  useEffect(() => {
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [again]);
}
