/** How well the hub can be reached; changed while it runs, from the next request or piece on. */
export interface HubConditions {
  /** Before each answer, in milliseconds. */
  latency: number;
  /** Of each file, in bytes a second. */
  bandwidth: number;
  /** Pages of search results that a minute allows; further ones are answered with 429. */
  pagesPerMinute: number;
  /** Changes what is sent of a file. */
  content(bytes: Buffer): Buffer;
}

/** A hub at its best. */
export function goodConditions(): HubConditions {
  return { latency: 0, bandwidth: Infinity, pagesPerMinute: Infinity, content: (bytes) => bytes };
}
