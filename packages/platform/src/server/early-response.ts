import type { RequestListener } from 'node:http';

import type { WebServer } from './listen.ts';

/**
 * Answers early requests with a 503 to be retried after a second, and returns a function that stops this. The server
 * listens before the platform is ready; without this, such a request would never be answered.
 */
export function respondEarly(server: WebServer): () => void {
  const answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' });
    response.end(JSON.stringify({ detail: 'The platform is starting' }));
  };
  server.on('request', answer);
  return () => void server.off('request', answer);
}
