/** A download from the hub, as it is stored. */
export interface Download {
  id: string;
  modelId: string;
  name: string;
  url: string;
  size: number;
  sha256: string;
  /** Path of the complete file. */
  path: string;
  state: 'downloading' | 'done' | 'cancelled' | 'failed';
  /** ISO 8601. */
  requestedAt: string;
  cancelledAt: string | undefined;
  /** Why it failed. */
  error: string | undefined;
}

/** Store of downloads. */
export interface DownloadRecords {
  save(download: Download): void;
  list(): Download[];
}

/** Progress of a download. */
export interface Progress {
  bytes: number;
  /** Whole percent; 100 only when the file is complete and its checksum is right. */
  percentage: number;
  elapsedSeconds: number;
  remainingSeconds: number | undefined;
  bytesPerSecond: number;
}
