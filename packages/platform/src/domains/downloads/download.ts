/** A file on its way from the hub, as it is kept over a restart. */
export interface Download {
  id: string;
  modelId: string;
  name: string;
  url: string;
  size: number;
  sha256: string;
  /** Where the whole file will lie. */
  path: string;
  state: 'downloading' | 'done' | 'cancelled' | 'failed';
  /** ISO 8601. */
  requestedAt: string;
  cancelledAt: string | undefined;
  /** Why it failed. */
  error: string | undefined;
}

/** Where downloads are kept. */
export interface DownloadRecords {
  save(download: Download): void;
  list(): Download[];
}

/** How far a download is. */
export interface Progress {
  bytes: number;
  /** Whole percent; 100 only when the file is whole and its checksum right. */
  percentage: number;
  elapsedSeconds: number;
  remainingSeconds: number | undefined;
  bytesPerSecond: number;
}
