import type { Instance } from '../engine/instance/start-instance.ts';
import type { Engines } from './engines.ts';
import { forwardToEngine } from './forward-to-engine.ts';

/** Distribution of requests over the engines of a deployment. */
export interface Router {
  /** The next engine of a deployment, in turn; undefined when none is running. */
  route(id: string): Instance | undefined;
  forward: typeof forwardToEngine;
}

/** Creates the router to `engines`. */
export function createRouter({ running }: Engines): Router {
  let turn = 0;
  return {
    route(id) {
      const { instances = [] } = running.get(id) ?? {};
      turn += 1;
      return instances[turn % instances.length]?.instance;
    },
    forward: forwardToEngine,
  };
}
