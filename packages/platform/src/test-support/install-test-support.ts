import type { FastifyInstance } from 'fastify';

import type { Parts } from '../services.ts';
import { weatherHeader, weatherNamed } from '../domains/hub/condition-path.ts';
import { clockHeader, keepClockPerRequest, secondsAhead } from './request-clock.ts';
import { turningNames } from './rebinding-names.ts';

/**
 * Lets requests choose their time and how well they find the hub, also in what the platform asks itself on their behalf,
 * and gives tests names that lead elsewhere each time.
 */
export function openTestingDoor(app: FastifyInstance, parts: Parts): void {
  keepClockPerRequest(app);
  parts.loopbackHeaders = () => {
    const seconds = secondsAhead();
    return seconds === 0 ? {} : { [clockHeader]: String(seconds) };
  };
  parts.hub.weatherOf = ({ headers }) => {
    const given = headers[weatherHeader];
    return typeof given === 'string' ? weatherNamed(given) : '';
  };
  parts.endpoints.addressesOf = turningNames(parts.endpoints.addressesOf);
}
