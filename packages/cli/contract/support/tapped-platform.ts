import { request as ask } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { PlatformReady } from '@uat/config';
import { stubServer } from '@uat/testing';
import getPort from 'get-port';
import { runningPlatform } from './running-platform.ts';

/** A platform behind a proxy that takes note of what it is asked, and of every token that it gives. */
export interface TappedPlatform extends AsyncDisposable {
  url: string;
  ready: PlatformReady;
  /** `POST /api/auth/token`, in order. */
  asked: string[];
  access: Set<string>;
  refresh: Set<string>;
}

export async function tappedPlatform(): Promise<TappedPlatform> {
  const port = await getPort({ host: '127.0.0.1' });
  const [access, refresh] = [new Set<string>(), new Set<string>()];
  const note = (text: string) => {
    for (const [, token = ''] of text.matchAll(/"?access_token"?[:=]\s*"?([\w.-]{20,})/g)) access.add(token);
    for (const [, token = ''] of text.matchAll(/"?refresh_token"?[:=]\s*"?([\w.-]{20,})/g))
      refresh.add(token);
  };
  const proxy = await stubServer((request, response) => {
    const { method, url: path, headers } = request;
    const onward = ask({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      void buffer(answer).then((body) => {
        note(body.toString('latin1'));
        note((answer.headers['set-cookie'] ?? []).join('\n'));
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
      });
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  const platform = await runningPlatform('--port', String(port), '--public-url', proxy.url);
  return {
    url: proxy.url,
    ready: platform.ready,
    asked: proxy.requests,
    access,
    refresh,
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
    },
  };
}
