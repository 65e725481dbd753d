/** Network conditions of the hub. Changes take effect with the next request or chunk. */
export interface HubConditions {
  /** Delay before each response, in milliseconds. */
  latency: number;
  /** Speed of each file, in bytes per second. */
  bandwidth: number;
  /** Pages of search results per minute; further ones are answered with 429. */
  pagesPerMinute: number;
  /** Transforms the content of a file before it is sent. */
  content(bytes: Buffer): Buffer;
}

/** Conditions without any limit. */
export function goodConditions(): HubConditions {
  return { latency: 0, bandwidth: Infinity, pagesPerMinute: Infinity, content: (bytes) => bytes };
}
