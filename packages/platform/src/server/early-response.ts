import type { RequestListener } from 'node:http';

import type { WebServer } from './listen.ts';

/**
 * Asks whoever is early to come again in a second. A server listens as soon as its port is known, which is before there is
 * anything to answer with; without this such a request would never be answered. Gives what ends it.
 */
export function answerEarly(server: WebServer): () => void {
  const answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' });
    response.end(JSON.stringify({ detail: 'The platform is starting' }));
  };
  server.on('request', answer);
  return () => void server.off('request', answer);
}
