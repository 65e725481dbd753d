import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Download, DownloadRecords, Progress } from './download.ts';
import { fetchFile, partOf } from './fetch-file.ts';
import type { OfferedFile } from '../hub/hub-client.ts';

/** The files that come from the hub. */
export interface Downloads {
  /** Begins to fetch files of a model, each under its id if it has one; one that is under way or there already is not fetched twice. */
  start(modelId: string, files: readonly (OfferedFile & { id?: string })[]): Download[];
  list(): { download: Download; progress: Progress }[];
  /** Gives a download up and throws away its part; undefined when none of that id is under way. */
  cancel(id: string): Promise<Download | undefined>;
  /** Gives up all that are under way, or those of one model. */
  cancelAll(modelId?: string): Promise<{ total: number; cancelled: number; failed: number }>;
  /** Goes on with what a stop interrupted. */
  resume(): void;
  /** Ends when nothing is under way. */
  settled(): Promise<void>;
  /** Interrupts what is under way; a later start goes on from there. */
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

/** The decisions about downloads, each of them exchangeable. */
export const downloadParts = { fetchFile };

/** The downloads into `folder` that `records` keep. */
export function openDownloads(
  records: DownloadRecords,
  folder: string,
  parts: typeof downloadParts = downloadParts,
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
        await parts.fetchFile(download, { signal: stop.signal, onProgress });
        records.save({ ...download, state: 'done' });
      } catch (error) {
        // Whoever stopped it has said what becomes of it.
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
    // It may have become whole in the meantime.
    if (now?.state === 'done') return undefined;
    await rm(partOf(download.path), { force: true });
    const cancelled: Download = { ...download, state: 'cancelled', cancelledAt: new Date().toISOString() };
    records.save(cancelled);
    return cancelled;
  }

  return {
    start(modelId, files) {
      if (closed) throw new Error('The platform is stopping; nothing is downloaded any more.');
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

// A name from the network never leaves the folder.
function safeName(name: string): string {
  if (name.split(/[/\\]/u).some((part) => part === '' || part === '.' || part === '..'))
    throw new Error(`The hub offers a file with the unusable name "${name}".`);
  return name;
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
