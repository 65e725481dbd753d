import type { FastifyInstance } from 'fastify';

import type { Parts } from '../parts.ts';
import { clockHeader, keepClockPerRequest, secondsAhead } from './request-clock.ts';

/** Lets requests choose their time, also in what the platform asks itself on their behalf. */
export function openTestingDoor(app: FastifyInstance, parts: Parts): void {
  keepClockPerRequest(app);
  parts.loopbackHeaders = () => {
    const seconds = secondsAhead();
    return seconds === 0 ? {} : { [clockHeader]: String(seconds) };
  };
}
