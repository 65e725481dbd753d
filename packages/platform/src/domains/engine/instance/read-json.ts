import type { IncomingMessage } from 'node:http';

import { EngineError } from './engine-error.ts';

/** The JSON body of a request of at most `limit` bytes; throws an EngineError when it is none or more. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end anyway, or the sender would see a broken connection instead of the response.
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit)
    throw new EngineError(400, `The request has ${size} bytes, more than the ${limit} that are taken.`, {
      code: 'request_too_large',
    });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'not valid JSON' : 'not valid UTF-8';
    throw new EngineError(400, `The request is ${why}.`, { code: 'invalid_json' });
  }
}
