import { useCallback, useEffect, useState } from 'react';
import type { ZodMiniType } from 'zod/mini';
import type { Answer, ApiRequest } from './api.ts';
import { useSession } from '../session/session.tsx';

export type Loaded<T> = { kind: 'loading' } | Answer<T>;

/**
 * The response to `GET /api<path>`, or to a request with a body (the same object at each render), loaded when the
 * page appears, with a function to reload it. The previous response stays until the new one
 * arrives: a table that disappears in between would lose the focus.
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
