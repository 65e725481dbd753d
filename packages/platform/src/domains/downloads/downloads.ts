import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Download, DownloadRecords, Progress } from './download.ts';
import { fetchFile, partOf } from './fetch-file.ts';
import type { OfferedFile } from '../hub/hub-client.ts';

/** Downloads of files from the hub. */
export interface Downloads {
  /** Starts to download files of a model, unless they are complete or in progress. A file without an id gets one. */
  start(modelId: string, files: readonly (OfferedFile & { id?: string })[]): Download[];
  /** Fetches one file; called by `start` and `resume`. */
  fetch: typeof fetchFile;
  list(): { download: Download; progress: Progress }[];
  /** Cancels a download and discards its partial file; undefined when it is not in progress. */
  cancel(id: string): Promise<Download | undefined>;
  /** Cancels all downloads in progress, or those of one model. */
  cancelAll(modelId?: string): Promise<{ total: number; cancelled: number; failed: number }>;
  /** Continues interrupted downloads. */
  resume(): void;
  /** Resolves when no download is in progress. */
  settled(): Promise<void>;
  /** Interrupts downloads in progress; the next start of the platform continues them. */
  close(): Promise<void>;
}

interface Running {
  stop: AbortController;
  finished: Promise<void>;
}

interface Meter {
  bytes: number;
  began: number;
  ended: number | undefined;
  firstBytes: number | undefined;
}

/** The folder of downloaded models within the platform's folder. */
export function modelFolder(folder: string): string {
  return join(folder, 'models');
}

/** Downloads into `folder`, kept in `records`. */
export function openDownloads(
  records: DownloadRecords,
  folder: string,
  fetch: typeof fetchFile = fetchFile,
): Downloads {
  const running = new Map<string, Running>();
  const meters = new Map<string, Meter>();
  let closed = false;

  const byId = (id: string) => records.list().find((download) => download.id === id);

  function begin(download: Download): void {
    const stop = new AbortController();
    const meter: Meter = { bytes: 0, began: Date.now(), ended: undefined, firstBytes: undefined };
    meters.set(download.id, meter);
    const onProgress = (bytes: number) => {
      meter.bytes = bytes;
      meter.firstBytes ??= bytes;
    };
    const work = async () => {
      try {
        await self.fetch(download, { signal: stop.signal, onProgress });
        records.save({ ...download, state: 'done' });
      } catch (error) {
        // The caller that aborted it records its state.
        if (!stop.signal.aborted) records.save({ ...download, state: 'failed', error: sentence(error) });
      } finally {
        meter.ended = Date.now();
        running.delete(download.id);
      }
    };
    running.set(download.id, { stop, finished: work() });
  }

  async function cancel(id: string): Promise<Download | undefined> {
    const work = running.get(id);
    const download = byId(id);
    if (!work || !download) return undefined;
    work.stop.abort();
    await work.finished;
    const now = byId(id);
    // It may have completed in the meantime.
    if (now?.state === 'done') return undefined;
    await rm(partOf(download.path), { force: true });
    const cancelled: Download = { ...download, state: 'cancelled', cancelledAt: new Date().toISOString() };
    records.save(cancelled);
    return cancelled;
  }

  const self: Downloads = {
    fetch,
    start(modelId, files) {
      if (closed) throw new Error('The platform is stopping and does not start downloads.');
      return files.map((file) => {
        const known = records
          .list()
          .find(
            ({ modelId: owner, name, sha256, state }) =>
              owner === modelId &&
              name === file.name &&
              sha256 === file.sha256 &&
              (state === 'downloading' || state === 'done'),
          );
        if (known) return known;
        const download: Download = {
          ...file,
          id: file.id ?? randomUUID(),
          modelId,
          path: join(folder, modelId, safeName(file.name)),
          state: 'downloading',
          requestedAt: new Date().toISOString(),
          cancelledAt: undefined,
          error: undefined,
        };
        records.save(download);
        begin(download);
        return download;
      });
    },
    list: () =>
      records
        .list()
        .map((download) => ({ download, progress: progressOf(download, meters.get(download.id)) })),
    cancel,
    async cancelAll(modelId) {
      const chosen = [...running.keys()].filter(
        (id) => modelId === undefined || byId(id)?.modelId === modelId,
      );
      const results = await Promise.all(chosen.map(cancel));
      const cancelled = results.filter((download) => download !== undefined).length;
      return { total: chosen.length, cancelled, failed: chosen.length - cancelled };
    },
    resume() {
      for (const download of records.list())
        if (download.state === 'downloading' && !running.has(download.id)) begin(download);
    },
    async settled() {
      await Promise.all([...running.values()].map(({ finished }) => finished));
    },
    async close() {
      closed = true;
      const all = [...running.values()];
      for (const { stop } of all) stop.abort();
      await Promise.all(all.map(({ finished }) => finished));
    },
  };
  return self;
}

function progressOf({ size, state }: Download, meter: Meter | undefined): Progress {
  const bytes = state === 'done' ? size : (meter?.bytes ?? 0);
  const elapsedSeconds = meter ? ((meter.ended ?? Date.now()) - meter.began) / 1_000 : 0;
  const fetched = meter ? meter.bytes - (meter.firstBytes ?? 0) : 0;
  const bytesPerSecond = elapsedSeconds > 0 ? fetched / elapsedSeconds : 0;
  const percentage = state === 'done' ? 100 : Math.min(99, Math.floor((bytes / Math.max(1, size)) * 100));
  const remainingSeconds =
    state === 'downloading' && bytesPerSecond > 0 ? (size - bytes) / bytesPerSecond : undefined;
  return { bytes, percentage, elapsedSeconds, remainingSeconds, bytesPerSecond };
}

// A name from the network must not lead out of the folder.
function safeName(name: string): string {
  if (name.split(/[/\\]/u).some((part) => part === '' || part === '.' || part === '..'))
    throw new Error(`The hub offers a file with the unusable name "${name}".`);
  return name;
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
