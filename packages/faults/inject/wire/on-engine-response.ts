import type { Middleware } from '../../src/wire/exchange.ts';
import { onResponse } from './on-response.ts';
import { withJson } from './with-json.ts';

type Answer = Record<string, unknown>;

/** Changes the whole responses of deployed models at a path (`/embeddings`); streams stay as they are. */
export function onEngineResponse(
  path: string,
  change: (answer: Answer, status: number) => Answer,
): Middleware {
  return onResponse(new RegExp(` /runtime/models/.+/v1${path}$`), (response) =>
    withJson(response, (answer: Answer) => change(answer, response.status)),
  );
}
