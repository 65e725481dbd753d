import { HttpError } from '../../server/errors/http-error.ts';
import { goodConditions, type HubConditions } from './hub-conditions.ts';

/** Header by which a test says how well its request finds the hub: `pages=1;bandwidth=200000;spoilt=1;caller=x`. */
export const weatherHeader = 'x-test-hub';

const measures = new Set(['pages', 'bandwidth', 'latency', 'spoilt', 'caller']);

/** The weather as a request names it. Throws a 400 for one that nobody can read. */
export function weatherNamed(given: string): string {
  const parts = given.split(';').map((part) => part.trim().split('='));
  const readable = parts.every(
    ([name = '', value = '']) =>
      measures.has(name) && (name === 'caller' ? /^[\w-]{1,64}$/ : /^\d{1,9}$/).test(value),
  );
  if (!readable)
    throw new HttpError(400, `${weatherHeader} holds measures of the hub, such as pages=1;bandwidth=200000`);
  return given;
}

/** The beginning of a path to the hub in some weather; nothing in good weather. */
export function weatherPath(weather: string): string {
  return weather === '' ? '' : `/weather/${encodeURIComponent(weather)}`;
}

/** The weather that a path to the hub begins with, and the rest of it. */
export function weatherIn(url: string): { weather: string; path: string } {
  const [, weather = '', path = url] = /^\/weather\/([^/]+)(\/.*)$/u.exec(url) ?? [];
  return { weather: decodeURIComponent(weather), path };
}

/** What a weather does to the hub. */
export function conditionsIn(weather: string): HubConditions {
  const measured = new Map(weather.split(';').map((part) => part.trim().split('=') as [string, string]));
  const number = (name: string) => (measured.has(name) ? Number(measured.get(name)) : undefined);
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
