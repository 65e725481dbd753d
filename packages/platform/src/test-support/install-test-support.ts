import type { FastifyInstance } from 'fastify';

import type { Services } from '../services.ts';
import { allowHubFaults } from './hub-faults.ts';
import { rebindingNames } from './rebinding-names.ts';
import { clockHeader, keepClockPerRequest, secondsAhead } from './request-clock.ts';

/**
 * Lets requests choose their time and the network conditions of the hub, also for what the platform requests from itself
 * on their behalf, and resolves host names of tests to changing addresses.
 */
export function installTestSupport(app: FastifyInstance, services: Services): void {
  keepClockPerRequest(app);
  const { post } = services.realm;
  services.realm.post = (url, form, options) => {
    const seconds = secondsAhead();
    const clock = seconds === 0 ? {} : { [clockHeader]: String(seconds) };
    return post(url, form, { ...options, headers: { ...options.headers, ...clock } });
  };
  allowHubFaults(app, services);
  services.endpoints.addressesOf = rebindingNames(services.endpoints.addressesOf);
}
