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
 * included, because `Date` itself is replaced until the last such app closes; concurrent requests see the real time.
 */
export function keepClockPerRequest(app: FastifyInstance): void {
  const clock = requestContext(app, clockHeader, (text) => {
    if (!/^[+-]?\d{1,9}$/.test(text)) throw new HttpError(400, `${clockHeader} holds seconds, such as +7200`);
    return Number(text);
  });
  clocks.add(clock);
  globalThis.Date = shiftedDate;
  app.addHook('onClose', async () => {
    clocks.delete(clock);
    if (clocks.size === 0 && globalThis.Date === shiftedDate) globalThis.Date = trueDate;
  });
}

const trueDate = globalThis.Date;
const present = () => trueDate.now() + secondsAhead() * 1000;

// A proxy rather than a subclass, so that dates made by Node itself are still instances of it.
const shiftedDate = new Proxy(trueDate, {
  construct: (date, args, target) => Reflect.construct(date, args.length > 0 ? args : [present()], target),
  apply: (date) => new date(present()).toString(),
  get: (date, name) => (name === 'now' ? present : Reflect.get(date, name)),
});
