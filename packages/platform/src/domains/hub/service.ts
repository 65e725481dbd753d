import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { FastifyRequest } from 'fastify';

import type { Foundation } from '../../services.ts';
import type { StoredModelFile } from '../downloads/store.ts';
import type { DownloadedFile } from '../downloads/downloaded-file.ts';
import type { Download } from '../downloads/download.ts';
import { openDownloads, type Downloads } from '../downloads/downloads.ts';
import { fetchFile } from '../downloads/fetch-file.ts';
import { hubRepository, type HubSearch, type OfferedRepository, searchHub } from './hub-client.ts';
import { weatherPath } from './condition-path.ts';
import { openOwnHub, type OwnHub } from './bundled-hub.ts';

/** The decisions about the hub and what comes from it. */
export interface HubParts {
  own: OwnHub;
  /** How well a request finds the hub; well, where the door for tests is shut. */
  weatherOf(request: FastifyRequest): string;
  /** The hub that somebody means by a name; undefined when there is none. */
  hubNamed(name: string | null | undefined): string | undefined;
  search(query: string, options: { exact: boolean; limit: number; weather: string }): Promise<HubSearch>;
  /** A repository, each file with its path on the hub. Throws a HubError. */
  repository(id: string, weather: string): Promise<OfferedRepository>;
  checksumMatches(actual: string, expected: string): boolean;
  downloads: Downloads;
  /** The files of a model, or all, with what their downloads have come to. */
  filesOf(modelId?: string): DownloadedFile[];
  fileAt(id: string): DownloadedFile | undefined;
  /** Where a file lies, when it is whole. */
  pathOf(fileId: string): string | undefined;
  /** Removes a file and what was fetched of it. */
  removeFile(file: StoredModelFile): Promise<void>;
  /** Removes all that there is of a model. */
  removeFilesOf(modelId: string): Promise<void>;
  /** Kinds of storage that a file may lie in. */
  storageTypes: readonly string[];
  close(): Promise<void>;
}

/** The hub that models come from, by the name that the API has for it. */
export const hubName = 'HubsHf';

const namesOfTheHub = new Set(['hubshf', 'hf', 'huggingface']);

/** The decisions about the hub in their true form; each reaches the others through `own()`, at the time of the call. `arrived` is told of each file that is whole. */
export function createHubParts(
  { store, log, folder }: Foundation,
  own: () => HubParts,
  { arrived }: { arrived: () => void },
): HubParts {
  const hub = openOwnHub();
  const models = join(folder, 'models');
  const downloads = openDownloads(
    {
      list: () => store.downloads.list(),
      save(download: Download) {
        store.downloads.save(download);
        if (download.state === 'done') arrived();
        if (download.state === 'failed')
          log.write({
            level: 'warn',
            event: 'DOWNLOAD_FAILED',
            message: `${download.name} cannot be downloaded: ${download.error}`,
          });
      },
    },
    models,
    {
      // Kept without its address, which is another one after a restart.
      fetchFile: async (download, options) =>
        fetchFile(
          { ...download, url: `${await own().own.address()}${download.url}` },
          { ...options, checksumMatches: own().checksumMatches },
        ),
    },
  );
  const progressById = () =>
    new Map(
      own()
        .downloads.list()
        .map((entry) => [entry.download.id, entry]),
    );

  return {
    own: hub,
    weatherOf: () => '',
    hubNamed: (name) =>
      name === null || name === undefined || namesOfTheHub.has(name.toLowerCase()) ? hubName : undefined,
    async search(query, { weather, ...options }) {
      return searchHub(`${await own().own.address()}${weatherPath(weather)}`, query, options);
    },
    async repository(id, weather) {
      const address = await own().own.address();
      const offered = await hubRepository(`${address}${weatherPath(weather)}`, id);
      const files = offered.files.map((file) => ({ ...file, url: file.url.slice(address.length) }));
      return { ...offered, files };
    },
    checksumMatches: (actual, expected) => actual === expected,
    downloads,
    filesOf(modelId) {
      const known = progressById();
      const files = modelId === undefined ? store.modelFiles.list() : store.modelFiles.of(modelId);
      return files.map((file) => ({ file, ...known.get(file.id) }));
    },
    fileAt(id) {
      const file = store.modelFiles.byId(id);
      return file && { file, ...progressById().get(id) };
    },
    pathOf(fileId) {
      const download = store.downloads.list().find(({ id }) => id === fileId);
      return download?.state === 'done' ? download.path : undefined;
    },
    async removeFile({ id }) {
      await own().downloads.cancel(id);
      const download = store.downloads.list().find((one) => one.id === id);
      if (download) await rm(download.path, { force: true });
      store.downloads.remove(id);
      store.modelFiles.remove(id);
    },
    async removeFilesOf(modelId) {
      for (const file of store.modelFiles.of(modelId)) await own().removeFile(file);
      await rm(join(models, modelId), { recursive: true, force: true });
    },
    storageTypes: ['file', 's3', 'gcs', 'azureblob', 'scratch', 'oci'],
    async close() {
      await downloads.close();
      await hub.close();
    },
  };
}
