import type { FastifyInstance } from 'fastify';
import type { FastifyError } from 'fastify';

import { loggedPath } from '../log/logged-path.ts';
import type { PlatformLog } from '../log/platform-log.ts';
import { HttpError, type InvalidField } from './http-error.ts';

/** Formats every error of `app` as the real API does: `{detail}`, never a stack trace. */
export function answerErrors(app: FastifyInstance, log: PlatformLog): void {
  app.setErrorHandler<FastifyError | HttpError | Error>((error, request, reply) => {
    const { status, detail } = refusalFor(error);
    if (status >= 500)
      log.write({
        level: 'error',
        event: 'FAILURE',
        message: `${request.method} ${loggedPath(request.url)} failed (request ${request.id}): ${error.stack}`,
        request_id: request.id,
      });
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    return reply.code(status).send({ detail });
  });
}

function refusalFor(error: FastifyError | HttpError | Error): {
  status: number;
  detail: string | InvalidField[];
} {
  if (error instanceof HttpError) return { status: error.statusCode, detail: error.detail };
  const code = 'code' in error ? error.code : undefined;
  const unreadable = unreadableBody.get(code ?? '');
  if (unreadable !== undefined)
    return { status: 422, detail: [{ loc: ['body'], msg: error.message, type: unreadable, input: null }] };
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) return { status, detail: error.message };
  return { status: 500, detail: 'Internal Server Error' };
}

// FastAPI answers 422 to any unreadable body; these are its names for the reasons.
const unreadableBody = new Map([
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'json_invalid'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'json_invalid'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'model_attributes_type'],
]);
