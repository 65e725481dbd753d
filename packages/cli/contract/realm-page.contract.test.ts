import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { asAdmin } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';
import { kamiwazaLike, stubServer } from '@uat/testing';

/** A login page with the roles and labels of Keycloak's, whose own error is no alert. */
const page = (error = '') => `<!doctype html><title>Sign in to kamiwaza</title><link rel="icon" href="data:,">
  <h1>Sign in to your account</h1>
  <form action="/realms/kamiwaza/login-actions/authenticate" method="post">
    <label for="username">Username or email</label><input id="username" name="username">
    <span aria-live="polite">${error}</span>
    <label for="password">Password</label><input id="password" name="password" type="password">
    <button type="button" aria-label="Show password">Show</button>
    <input type="submit" value="Sign In">
  </form>`;

const letsIn = async (request: IncomingMessage) =>
  new URLSearchParams(await text(request)).get('password') === asAdmin.KAMIWAZA_PASSWORD;

/** Sends everybody to that page who has not been let in there. */
async function guarded(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/api/openapi.json') return void response.writeHead(404).end('{}');
  response.setHeader('content-type', 'text/html');
  if (request.url === '/realms/kamiwaza/login-actions/authenticate') {
    if (!(await letsIn(request))) return void response.end(page('Invalid username or password.'));
    return void response.writeHead(302, { location: '/', 'set-cookie': 'in=1; Path=/; HttpOnly' }).end();
  }
  if (request.headers.cookie?.includes('in=1')) return void response.end('<nav aria-label="Main">Home</nav>');
  if (request.url === '/realms/kamiwaza') return void response.end(page());
  response.writeHead(302, { location: '/realms/kamiwaza' }).end();
}

test('a browser that is sent to the page of an identity provider signs in there', async () => {
  await using target = await stubServer(kamiwazaLike((request, response) => void guarded(request, response)));

  const { exitCode, verdict } = await uat(['realm-page', '--target', target.url, '--no-report'], {
    env: asAdmin,
  });

  expect({ exitCode, failures: verdict.failures }).toEqual({ exitCode: 0, failures: [] });
  expect(verdict.counts).toMatchObject({ passed: 1 });
});
