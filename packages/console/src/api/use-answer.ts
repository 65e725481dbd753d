import { useCallback, useEffect, useState } from 'react';
import type { ZodMiniType } from 'zod/mini';
import type { Answer, ApiRequest } from './api.ts';
import { useSession } from '../session/session.tsx';

export type Loaded<T> = { kind: 'loading' } | Answer<T>;

/**
 * What the platform answers to `GET /api<path>`, or to a request that asks in its body and is one and the same object
 * each time; loaded when the page appears, and a way to ask again. What is there already stays until the new answer
 * comes: a table that vanishes in between would take the focus with it.
 */
export function useAnswer<T>(
  path: string,
  schema: ZodMiniType<T>,
  asked?: ApiRequest,
): [Loaded<T>, () => void] {
  const { request } = useSession();
  const [answer, setAnswer] = useState<Loaded<T>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    void request(path, schema, asked).then((found) => {
      if (current) setAnswer(found);
    });
    return () => {
      current = false;
    };
  }, [path, schema, asked, request, attempt]);

  const again = useCallback(() => {
    setAnswer((now) => (now.kind === 'ok' ? now : { kind: 'loading' }));
    setAttempt((count) => count + 1);
  }, []);
  return [answer, again];
}
