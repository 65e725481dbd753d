import { goodConditions, type HubConditions } from './hub-conditions.ts';

/** The prefix of a path to the hub under conditions such as `pages=1;bandwidth=200000`; empty under good ones. */
export function conditionPath(conditions: string): string {
  return conditions === '' ? '' : `/conditions/${encodeURIComponent(conditions)}`;
}

/** Splits a path to the hub into the conditions that it begins with and the rest. */
export function splitConditionPath(url: string): { conditions: string; path: string } {
  const [, conditions = '', path = url] = /^\/conditions\/([^/]+)(\/.*)$/u.exec(url) ?? [];
  return { conditions: decodeURIComponent(conditions), path };
}

/** Parses conditions such as `pages=1;bandwidth=200000`. */
export function parseConditions(text: string): HubConditions {
  const measures = new Map(text.split(';').map((part) => part.trim().split('=') as [string, string]));
  const number = (name: string) => (measures.has(name) ? Number(measures.get(name)) : undefined);
  const good = goodConditions();
  return {
    latency: number('latency') ?? good.latency,
    bandwidth: number('bandwidth') ?? good.bandwidth,
    pagesPerMinute: number('pages') ?? good.pagesPerMinute,
    content: number('spoilt') ? spoilt : good.content,
  };
}

function spoilt(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  return changed;
}
