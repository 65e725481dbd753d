import type { FastifyInstance } from 'fastify';

import { conditionPath } from '../domains/hub/condition-path.ts';
import { HttpError } from '../server/errors/http-error.ts';
import type { Services } from '../services.ts';
import { requestContext } from './request-context.ts';

/** Header with the network conditions of the hub for a request: `pages=1;bandwidth=200000;spoilt=1;caller=x`. */
export const hubHeader = 'x-test-hub';

const measures = new Set(['pages', 'bandwidth', 'latency', 'spoilt', 'caller']);

/** Lets each request of `app` set the network conditions in which the platform reaches the hub on its behalf. */
export function allowHubFaults(app: FastifyInstance, { hub }: Services): void {
  const conditions = requestContext(app, hubHeader, checkedConditions);
  const { address } = hub.bundled;
  hub.bundled.address = async () => `${await address()}${conditionPath(conditions.current() ?? '')}`;
}

/** Conditions as a request sets them. Throws a 400 for others. */
export function checkedConditions(text: string): string {
  const isValid = text
    .split(';')
    .map((part) => part.trim().split('='))
    .every(
      ([name = '', value = '']) =>
        measures.has(name) && (name === 'caller' ? /^[\w-]{1,64}$/ : /^\d{1,9}$/).test(value),
    );
  if (isValid) return text;
  throw new HttpError(400, `${hubHeader} holds conditions of the hub, such as pages=1;bandwidth=200000`);
}
