import type { IncomingHttpHeaders } from 'node:http';

/** The request or response with other headers; one that is `undefined` is removed. */
export function withHeaders<Message extends { headers: IncomingHttpHeaders }>(
  message: Message,
  changes: Record<string, string | undefined>,
): Message {
  const headers = { ...message.headers, ...changes };
  const kept = Object.entries(headers).filter(([, value]) => value !== undefined);
  return { ...message, headers: Object.fromEntries(kept) };
}
