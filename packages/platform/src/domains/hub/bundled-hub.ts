import type { RequestListener } from 'node:http';

import { listen, stopListening, type WebServer } from '../../server/listen.ts';
import { conditionsIn, weatherIn } from './condition-path.ts';

/** The hub that the platform brings with it. */
export interface OwnHub {
  /** Where it is reached; it begins to serve when somebody first asks. */
  address(): Promise<string>;
  close(): Promise<void>;
}

/** Rates are counted by weather, so that tests do not use up each other's. */
const rememberedWeathers = 100;

/** A hub on the loopback that costs nothing before it is asked for. */
export function openOwnHub(): OwnHub {
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
  // They make the files of the models.
  const [{ serveHub }, { ownRepositories }] = await Promise.all([
    import('./serve-hub.ts'),
    import('./bundled-repositories.ts'),
  ]);
  const repositories = ownRepositories();
  const known = new Map<string, RequestListener>();
  const hubIn = (weather: string) => {
    const hub = known.get(weather) ?? serveHub(repositories, conditionsIn(weather));
    known.set(weather, hub);
    const [oldest] = known.keys();
    if (known.size > rememberedWeathers && oldest !== undefined) known.delete(oldest);
    return hub;
  };
  const { server, url } = await listen(0);
  server.on('request', (request, response) => {
    const { weather, path } = weatherIn(request.url ?? '/');
    request.url = path;
    hubIn(weather)(request, response);
  });
  return { server, url };
}
