import type { StoredModelFile } from './model-file.ts';
import type { Download, Progress } from './download.ts';

/** A file of a model, with its download if there is one. */
export interface DownloadedFile {
  file: StoredModelFile;
  download?: Download;
  progress?: Progress;
}

/** The fields about the download of a file in the API. */
export function downloadAnswer({ download, progress }: DownloadedFile, node: string) {
  const wanted = download?.state === 'downloading' || download?.state === 'done';
  const running = download?.state === 'downloading';
  const shown = wanted ? progress : undefined;
  return {
    download: wanted,
    is_downloading: running,
    dl_requested_at: download?.requestedAt ?? null,
    download_cancelled_at: download?.cancelledAt ?? null,
    download_node: running ? node : null,
    download_pid: running ? process.pid : null,
    download_percentage: shown?.percentage ?? null,
    download_elapsed: shown ? clock(shown.elapsedSeconds) : null,
    download_remaining: shown?.remainingSeconds === undefined ? null : clock(shown.remainingSeconds),
    download_throughput: shown ? `${(shown.bytesPerSecond / 1_024).toFixed(1)} KB/s` : null,
  };
}

/** A file of a model as the API shows it. */
export function modelFileAnswer(entry: DownloadedFile, node: string) {
  const { file, download } = entry;
  return {
    id: file.id,
    model_id: file.modelId,
    name: file.name,
    size: file.size,
    hub: file.hub,
    checksum: file.checksum,
    checksum_type: file.checksum === null ? null : 'sha256',
    storage_type: file.storageType,
    storage_host: file.storageHost,
    storage_location: download?.state === 'done' ? download.path : file.storageLocation,
    storage_digest: null,
    last_push_error: null,
    last_push_error_at: null,
    created_timestamp: file.createdAt,
    ...downloadAnswer(entry, node),
  };
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(whole / 3_600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
