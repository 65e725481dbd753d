import type { RequestListener } from 'node:http';

import { listen, stopListening, type WebServer } from '../../server/listen.ts';
import { parseConditions, splitConditionPath } from './condition-path.ts';

/** The hub that comes with the platform. */
export interface BundledHub {
  /** Base URL. The hub starts to listen when this is first called. */
  address(): Promise<string>;
  close(): Promise<void>;
}

/** Rates are counted per set of conditions, so that tests do not use up each other's. */
const rememberedConditions = 100;

/** A hub on the loopback that costs nothing until it is used. */
export function openBundledHub(): BundledHub {
  let serving: Promise<{ server: WebServer; url: string }> | undefined;
  return {
    async address() {
      serving ??= serve();
      return (await serving).url;
    },
    async close() {
      if (serving) await stopListening((await serving).server);
    },
  };
}

async function serve(): Promise<{ server: WebServer; url: string }> {
  // Loaded late, because these modules generate the files of the models.
  const [{ serveHub }, { bundledRepositories }] = await Promise.all([
    import('./serve-hub.ts'),
    import('./bundled-repositories.ts'),
  ]);
  const repositories = bundledRepositories();
  const known = new Map<string, RequestListener>();
  const hubUnder = (conditions: string) => {
    const hub = known.get(conditions) ?? serveHub(repositories, parseConditions(conditions));
    known.set(conditions, hub);
    const [oldest] = known.keys();
    if (known.size > rememberedConditions && oldest !== undefined) known.delete(oldest);
    return hub;
  };
  const { server, url } = await listen(0);
  server.on('request', (request, response) => {
    const { conditions, path } = splitConditionPath(request.url ?? '/');
    request.url = path;
    hubUnder(conditions)(request, response);
  });
  return { server, url };
}
