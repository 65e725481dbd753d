import { type BundledHub, openBundledHub } from './bundled-hub.ts';
import { hubRepository, type HubSearch, type OfferedRepository, searchHub } from './hub-client.ts';

/** The hub that models come from. */
export interface HubService {
  bundled: BundledHub;
  /** The hub behind a name; undefined when there is none. */
  hubNamed(name: string | null | undefined): string | undefined;
  search(query: string, options: { exact: boolean; limit: number }): Promise<HubSearch>;
  /** A repository; the URL of each file is a path on the hub. Throws a HubError. */
  repository(id: string): Promise<OfferedRepository>;
}

/** Name of the hub in the API. */
export const hubName = 'HubsHf';

const aliases = new Set(['hubshf', 'hf', 'huggingface']);

/** Creates the hub service. */
export function createHubService(): HubService {
  const self: HubService = {
    bundled: openBundledHub(),
    hubNamed: (name) =>
      name === null || name === undefined || aliases.has(name.toLowerCase()) ? hubName : undefined,
    async search(query, options) {
      return searchHub(await self.bundled.address(), query, options);
    },
    async repository(id) {
      const repository = await hubRepository(await self.bundled.address(), id);
      // Without the origin, which changes with a restart.
      const files = repository.files.map((file) => ({ ...file, url: new URL(file.url).pathname }));
      return { ...repository, files };
    },
  };
  return self;
}
