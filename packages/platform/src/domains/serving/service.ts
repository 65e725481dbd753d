import type { Foundation } from '../../foundation.ts';
import type { ModelFileService } from '../downloads/model-file-service.ts';
import type { Engines } from './engines.ts';
import { createRouter, type Router } from './router.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

/** Deployments of models. */
export interface ServingService extends Scheduler, Supervisor, Router {}

/** Creates the serving service. */
export function createServingService(
  foundation: Pick<Foundation, 'store' | 'log' | 'folder'>,
  services: { modelFiles: Pick<ModelFileService, 'of' | 'byId' | 'pathOf'>; serving: ServingService },
): ServingService {
  const engines: Engines = { running: new Map(), reserved: new Map() };
  return {
    ...createScheduler(foundation, services, engines),
    ...createSupervisor(foundation, services, engines),
    ...createRouter(engines),
  };
}
