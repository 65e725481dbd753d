import { useEffect } from 'react';
import type { Loaded } from './use-answer.ts';

/** Interval that spares the platform and still moves a progress bar. */
const pause = 1_000;

/**
 * Keeps a response fresh: reloads it shortly after each response that shows progress, and when the window gets the
 * focus. Without progress it sends no requests, so that an open page does not keep a session alive.
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
