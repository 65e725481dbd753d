import type { FastifyInstance } from 'fastify';

import { HttpError } from '../server/errors/http-error.ts';
import { requestContext, type RequestContext } from './request-context.ts';

/** Header with the seconds by which the time of a request is ahead of the platform's, or behind it. */
export const clockHeader = 'x-test-clock';

const clocks = new Set<RequestContext<number>>();

/** The seconds by which the current request is ahead; 0 for one without a clock of its own, and outside of requests. */
export function secondsAhead(): number {
  for (const clock of clocks) {
    const seconds = clock.current();
    if (seconds !== undefined) return seconds;
  }
  return 0;
}

/**
 * Gives each request of `app` the time that it asks for. Everything done on its behalf sees that time, libraries
 * included, because `Date` itself is replaced; concurrent requests see the real time.
 */
export function keepClockPerRequest(app: FastifyInstance): void {
  shiftDates();
  const clock = requestContext(app, clockHeader, (text) => {
    if (!/^[+-]?\d{1,9}$/.test(text)) throw new HttpError(400, `${clockHeader} holds seconds, such as +7200`);
    return Number(text);
  });
  clocks.add(clock);
  app.addHook('onClose', async () => void clocks.delete(clock));
}

let shifted = false;

// A proxy rather than a subclass, so that dates made by Node itself are still instances of it.
function shiftDates(): void {
  if (shifted) return;
  shifted = true;
  const now = Date.now;
  const present = () => now() + secondsAhead() * 1000;
  globalThis.Date = new Proxy(Date, {
    construct: (date, args, target) => Reflect.construct(date, args.length > 0 ? args : [present()], target),
    apply: (date) => new date(present()).toString(),
    get: (date, name) => (name === 'now' ? present : Reflect.get(date, name)),
  });
}
