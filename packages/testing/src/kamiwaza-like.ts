import type { RequestListener } from 'node:http';

/** Answers the ping and the anonymous login check as a Kamiwaza does; `others` answers everything else. */
export function kamiwazaLike(others: RequestListener): RequestListener {
  return (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/api/ping') return void response.end('{"status":"pong","timestamp":1}');
    if (request.url === '/api/auth/users/me' && request.headers.authorization === undefined) {
      return void response.writeHead(401).end('{"detail":"Not authenticated"}');
    }
    others(request, response);
  };
}
