import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type StubServer, stubServer } from '@uat/testing/stub-server';
import type { Answer, Incident, TargetScene } from './target-scene.ts';
import { type TlsFiles, tlsFiles } from './tls-files.ts';

/** A target that answers the few requests of the small suites, and misbehaves as its scene says. */
export interface StubTarget extends AsyncDisposable {
  url: string;
  /** Files of its certificate, for a target behind TLS. */
  tls?: TlsFiles;
}

/** The administrator that the target knows. */
export const administrator = { username: 'admin', password: 'a-Pa55word-that-belongs-in-no-file' };

/**
 * Starts a target.
 * @param onIncident Brings about an incident to a process of the run, before the request that it waits for is answered.
 */
export async function stubTarget(
  scene: TargetScene,
  { folder, onIncident }: { folder: string; onIncident: (incident: Incident) => Promise<void> },
): Promise<StubTarget> {
  const { answers = {}, at, delaySeconds = 0, tls: isTls = false } = scene;
  let state: 'up' | 'down' | 'frozen' = scene.state ?? 'up';
  const counts = new Map<string, number>();

  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const [path = ''] = (request.url ?? '').split('?');
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (at?.path === path && at.nth === count) {
      if (at.event === 'die') state = 'down';
      else if (at.event === 'freeze') state = 'frozen';
      else if (at.event === 'restart') {
        state = 'down';
        setTimeout(() => (state = 'up'), restartMs).unref();
      } else await onIncident(at.event);
    }
    if (state === 'down') return void request.socket.destroy();
    if (state === 'frozen') return;
    const special = answers[path];
    const isSpecial =
      special !== undefined && count > (special.after ?? 0) && count <= (special.until ?? Infinity);
    const {
      status = 200,
      delaySeconds: later = 0,
      ...answer
    } = isSpecial ? special : await usualAnswer(path, request);
    const ms = 1_000 * (delaySeconds + later);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms).unref());
    if (answer.location === 'itself') return void response.writeHead(302, { location: request.url }).end();
    if (answer.html !== undefined)
      return void response.writeHead(status, { 'content-type': 'text/html' }).end(answer.html);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json ?? {}));
  };

  const tls = isTls ? await tlsFiles(folder) : undefined;
  const server: StubServer = await stubServer(
    (request, response) => void reply(request, response).catch(() => request.socket.destroy()),
    tls?.identity,
  );
  return {
    url: server.url,
    ...(tls === undefined ? {} : { tls }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Milliseconds for which a target that restarts is down. */
const restartMs = 5_000;

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.c2ln';

/** The answer of a healthy target. */
async function usualAnswer(path: string, request: IncomingMessage): Promise<Answer> {
  const isSignedIn = request.headers.authorization !== undefined;
  switch (path) {
    case '/api/ping':
      return { json: { status: 'pong', timestamp: 1 } };
    case '/api/auth/health':
      return {
        json: {
          status: 'healthy',
          version: '1.2.0',
          uptime: 1,
          KAMIWAZA_USE_AUTH: true,
          jwks_cache_status: 'ready',
        },
      };
    case '/api/auth/token':
      return accessFor(new URLSearchParams(await text(request)));
    case '/api/auth/users/me':
      return isSignedIn ? { json: identity } : { status: 401, json: { detail: 'Not authenticated' } };
    case '/api/auth/logout':
      return { json: {} };
    case '/api/models/':
    case '/api/model_files/':
      return { json: [] };
    default:
      return path.startsWith('/api') ? { status: 404, json: { detail: 'Not Found' } } : { html: loginPage };
  }
}

const identity = {
  username: administrator.username,
  sub: 'admin',
  email: 'admin@example.com',
  roles: ['admin'],
  groups: [],
};

function accessFor(form: URLSearchParams): Answer {
  const isKnown =
    form.get('grant_type') === 'refresh_token' ||
    (form.get('username') === administrator.username && form.get('password') === administrator.password);
  return isKnown
    ? { json: { access_token: token, refresh_token: 'refresh', token_type: 'bearer', expires_in: 3600 } }
    : { status: 401, json: { detail: 'Invalid credentials' } };
}

const loginPage =
  '<!doctype html><html lang="en"><title>Kamiwaza</title><main><h1>Sign in</h1></main></html>';
