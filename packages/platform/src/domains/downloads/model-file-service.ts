import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Foundation } from '../../foundation.ts';
import type { DownloadedFile } from './downloaded-file.ts';
import { type Downloads, modelFolder } from './downloads.ts';
import type { StoredModelFile } from './model-file.ts';

/** Files of models, each with the state of its download. */
export interface ModelFileService {
  /** The files of a model, or of all models. */
  of(modelId?: string): DownloadedFile[];
  byId(id: string): DownloadedFile | undefined;
  /** The path of a complete file; undefined while it is incomplete. */
  pathOf(fileId: string): string | undefined;
  /** Removes a file together with its download. */
  remove(file: StoredModelFile): Promise<void>;
  /** Removes all files of a model. */
  removeOf(modelId: string): Promise<void>;
  /** Kinds of storage that a file may have. */
  storageTypes: readonly string[];
}

/** Creates the service for model files. */
export function createModelFileService(
  { store, folder }: Pick<Foundation, 'store' | 'folder'>,
  services: { downloads: Pick<Downloads, 'list' | 'cancel'> },
): ModelFileService {
  const progressById = () => new Map(services.downloads.list().map((entry) => [entry.download.id, entry]));
  const self: ModelFileService = {
    of(modelId) {
      const known = progressById();
      const files = modelId === undefined ? store.modelFiles.list() : store.modelFiles.of(modelId);
      return files.map((file) => ({ file, ...known.get(file.id) }));
    },
    byId(id) {
      const file = store.modelFiles.byId(id);
      return file && { file, ...progressById().get(id) };
    },
    pathOf(fileId) {
      const download = store.downloads.list().find(({ id }) => id === fileId);
      return download?.state === 'done' ? download.path : undefined;
    },
    async remove({ id }) {
      await services.downloads.cancel(id);
      const download = store.downloads.list().find((one) => one.id === id);
      if (download) await rm(download.path, { force: true });
      store.downloads.remove(id);
      store.modelFiles.remove(id);
    },
    async removeOf(modelId) {
      for (const file of store.modelFiles.of(modelId)) await self.remove(file);
      await rm(join(modelFolder(folder), modelId), { recursive: true, force: true });
    },
    storageTypes: ['file', 's3', 'gcs', 'azureblob', 'scratch', 'oci'],
  };
  return self;
}
