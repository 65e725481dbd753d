import { expect, onTestFinished, test } from 'vitest';

import { respondEarly } from './early-response.ts';
import { listen, stopListening } from './listen.ts';

test('an early request gets a 503 with Retry-After until the platform is ready', async () => {
  const { server, url } = await listen(0);
  onTestFinished(() => stopListening(server));
  const begin = respondEarly(server);

  const early = await fetch(url);
  begin();
  server.on('request', (_request, response) => void response.end('welcome'));
  const later = await fetch(url);

  expect([early.status, early.headers.get('retry-after'), await early.json()]).toEqual([
    ...[503, '1'],
    { detail: 'The platform is starting' },
  ]);
  expect([later.status, await later.text()]).toEqual([200, 'welcome']);
});
