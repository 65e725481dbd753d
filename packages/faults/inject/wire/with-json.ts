import type { WireRequest, WireResponse } from '../../src/wire/exchange.ts';

type Message = Pick<WireRequest | WireResponse, 'body'>;

/** The request or response with other JSON in its body; one without an object or a list in it stays as it is. */
export function withJson<Sent extends Message>(message: Sent, change: (json: never) => unknown): Sent {
  const json = jsonIn(message);
  if (typeof json !== 'object' || json === null) return message;
  const changed = change(json as never);
  return changed === json ? message : { ...message, body: Buffer.from(JSON.stringify(changed)) };
}

/** The JSON in a body; undefined when there is none. */
export function jsonIn({ body }: Message): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
