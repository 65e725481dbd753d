import type { DatabaseSync } from 'node:sqlite';

import type { Download, DownloadRecords } from './download.ts';

/** A file of a model, as it is known before anybody downloads it, or was told by somebody. */
export interface StoredModelFile {
  id: string;
  /** null for one that was entered by hand. */
  modelId: string | null;
  /** Who entered it. */
  ownerId: string;
  name: string;
  size: number | null;
  hub: string | null;
  /** SHA-256. */
  checksum: string | null;
  storageType: string | null;
  storageHost: string;
  /** Where somebody said that it lies; one from the hub lies where its download put it. */
  storageLocation: string | null;
  /** ISO 8601. */
  createdAt: string;
}

/** The files of all models. */
export interface ModelFiles {
  /** In the order in which they came. */
  list(): StoredModelFile[];
  of(modelId: string): StoredModelFile[];
  byId(id: string): StoredModelFile | undefined;
  add(file: StoredModelFile): void;
  remove(id: string): void;
}

/** Files kept in `database`. */
export function createModelFiles(database: DatabaseSync): ModelFiles {
  const list = database.prepare('SELECT document FROM model_files ORDER BY rowid');
  const of = database.prepare('SELECT document FROM model_files WHERE model_id = ? ORDER BY rowid');
  const byId = database.prepare('SELECT document FROM model_files WHERE id = ?');
  const insert = database.prepare('INSERT INTO model_files (id, model_id, document) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM model_files WHERE id = ?');
  const read = (row: Record<string, unknown>): StoredModelFile => JSON.parse(String(row['document']));
  return {
    list: () => list.all().map(read),
    of: (modelId) => of.all(modelId).map(read),
    byId(id) {
      const row = byId.get(id);
      return row && read(row);
    },
    add: (file) => void insert.run(file.id, file.modelId, JSON.stringify(file)),
    remove: (id) => void remove.run(id),
  };
}

/** Downloads kept in `database`. */
export interface StoredDownloads extends DownloadRecords {
  remove(id: string): void;
}

/** Downloads kept in `database`, each under the id of its file. */
export function createDownloads(database: DatabaseSync): StoredDownloads {
  const list = database.prepare('SELECT document FROM downloads ORDER BY rowid');
  const save = database.prepare(
    'INSERT INTO downloads (id, document) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
  );
  const remove = database.prepare('DELETE FROM downloads WHERE id = ?');
  return {
    list: () => list.all().map((row): Download => JSON.parse(String(row['document']))),
    save: (download) => void save.run(download.id, JSON.stringify(download)),
    remove: (id) => void remove.run(id),
  };
}
