import type { Answered, Asked, Middle } from './proxied-platform.ts';

/** Something that a proxy in front of the platform breaks, and that no file of the platform's regressions does. */
export interface ProxyDefect {
  /** What goes wrong, in a few words. */
  what: string;
  /** A middle of its own for each platform, since some remember. */
  middle: () => Middle;
}

/** An answer with this JSON. */
export function jsonAnswer(status: number, body: unknown): Answered {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** Whether a request is one of this method, to a path like this. */
export function isRequest({ method, path }: Asked, verb: string, pattern: RegExp): boolean {
  return method === verb && pattern.test(path.split('?')[0] ?? '');
}

/** The answer with other JSON in it. */
export function rewritten(answer: Answered, change: (body: never) => unknown): Answered {
  const body = JSON.parse(answer.body.toString()) as never;
  return { ...answer, body: Buffer.from(JSON.stringify(change(body))) };
}

/** The request with other JSON in it. */
export function asking(asked: Asked, json: unknown): Asked {
  const body = Buffer.from(JSON.stringify(json));
  return { ...asked, body, headers: { ...asked.headers, 'content-length': String(body.length) } };
}
