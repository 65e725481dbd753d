import { expect, onTestFinished, test } from 'vitest';

import { answerEarly } from './early-response.ts';
import { listen, stopListening } from './listen.ts';

test('whoever is early is asked to come again, and answered once there is somebody to answer', async () => {
  const { server, url } = await listen(0);
  onTestFinished(() => stopListening(server));
  const begin = answerEarly(server);

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
