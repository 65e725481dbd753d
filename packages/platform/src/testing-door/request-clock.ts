import { AsyncLocalStorage } from 'node:async_hooks';

import type { FastifyInstance } from 'fastify';

import { HttpError } from '../errors/http-error.ts';

/** Header that says by how many seconds a request lives ahead of the platform, or behind it. */
export const clockHeader = 'x-test-clock';

const ahead = new AsyncLocalStorage<number>();

/** By how many seconds the request under way lives ahead; 0 for one that said nothing, and outside requests. */
export function secondsAhead(): number {
  return ahead.getStore() ?? 0;
}

/**
 * Gives each request of `app` the time that it asks for. Everything that happens on its behalf sees that time,
 * libraries too, because they all ask `Date`; requests beside it see the true one.
 */
export function keepClockPerRequest(app: FastifyInstance): void {
  shiftDates(app);
  app.addHook('onRequest', (request, _reply, done) => {
    const given = request.headers[clockHeader];
    if (given === undefined) return done();
    if (typeof given !== 'string' || !/^[+-]?\d{1,9}$/.test(given))
      return done(new HttpError(400, `${clockHeader} holds seconds, such as +7200`));
    ahead.run(Number(given), done);
  });
  // Reading a body leaves the context that the first hook set.
  app.addHook('preValidation', (request, _reply, done) => {
    const given = request.headers[clockHeader];
    if (given === undefined) return done();
    ahead.run(Number(given), done);
  });
}

const trueDate = globalThis.Date;
const present = () => trueDate.now() + secondsAhead() * 1000;

// A proxy rather than a subclass: a date that Node made itself is still an instance of it.
const shiftedDate = new Proxy(trueDate, {
  construct: (date, args, target) => Reflect.construct(date, args.length > 0 ? args : [present()], target),
  apply: (date) => new date(present()).toString(),
  get: (date, name) => (name === 'now' ? present : Reflect.get(date, name)),
});

/** The open apps with a clock per request; the last one that closes restores `Date`. */
let clocks = 0;

function shiftDates(app: FastifyInstance): void {
  clocks += 1;
  if (clocks === 1) globalThis.Date = shiftedDate;
  app.addHook('onClose', (_app, done) => {
    clocks -= 1;
    if (clocks === 0 && globalThis.Date === shiftedDate) globalThis.Date = trueDate;
    done();
  });
}
