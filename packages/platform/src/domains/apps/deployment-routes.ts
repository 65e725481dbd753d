import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { appTemplate } from './app-template.ts';
import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { callerOf } from '../gateway/caller-of.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Services } from '../../services.ts';
import type { AppDeployment } from './store.ts';
import { appAt } from './app-at.ts';

const newApp = z.object({
  name: z.string().min(1).max(255),
  template_id: z.guid().nullish(),
  is_ephemeral_session: z.boolean().nullish(),
});

const listQuery = z.object({ workroom_id: z.string().optional(), template_type: z.string().optional() });

// RFC 8594: the product announces the successor of this route.
const deprecated = {
  deprecation: 'true',
  warning: '299 - "Deprecated API: use POST /extensions"',
  link: '</api/extensions>; rel="successor-version"',
};

/** Routes of the App Garden: templates and deployments. */
export function deploymentRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;

  app.get('/apps/app_templates', async () => [appTemplate]);

  app.get('/apps/config/ephemeral_forced', async () => ({ ephemeral_forced: false }));

  app.post('/apps/deploy_app', async (call, reply) => {
    reply.headers(deprecated);
    const caller = callerOf(call.identity);
    const { name, template_id, is_ephemeral_session } = parseInput(newApp, call.body ?? undefined, 'body');
    if (template_id?.toLowerCase() !== appTemplate.id) throw new HttpError(400, 'Template not found');
    const deployed = services.apps.deploy({
      name,
      templateId: appTemplate.id,
      ownerId: caller.sub,
      ownerSession: caller.kind === 'session' ? caller.sid : null,
      ephemeral: is_ephemeral_session ?? false,
      workroomId: (caller.kind === 'session' ? caller.standing?.workroomId : undefined) ?? null,
    });
    services.activity.audit(call, { action: 'app-deployed', target: name });
    return appAnswer(deployed);
  });

  app.get('/apps/deployments', async ({ identity, query }) => {
    const caller = callerOf(identity);
    const { workroom_id = 'all', template_type = 'app' } = parseInput(listQuery, query, 'query');
    return store.apps
      .list()
      .filter((one) => maySee(services, caller, one))
      .filter((one) => workroom_id === 'all' || one.workroomId === workroom_id)
      .filter(() => template_type === appTemplate.template_type)
      .map(appAnswer);
  });

  app.get('/apps/deployment/:deployment_id', async (call) => appAnswer(visibleApp(services, call)));

  app.get('/apps/deployment/:deployment_id/status', async (call, reply) =>
    reply.type('application/json').send(JSON.stringify(visibleApp(services, call).status)),
  );

  app.delete('/apps/deployment/:deployment_id', async (call) => {
    const { id, name } = removableApp(services, call);
    services.apps.stop(id);
    services.activity.audit(call, { action: 'app-stopped', target: name });
    return true;
  });

  app.delete('/apps/deployment/:deployment_id/purge', async (call) => {
    const { id, name } = removableApp(services, call);
    services.apps.purge(id);
    services.activity.audit(call, { action: 'app-purged', target: name });
    return true;
  });
}

type Call = Pick<FastifyRequest, 'identity' | 'params'>;

function maySee(services: Services, caller: Identity, app: AppDeployment): boolean {
  return services.apps.mayOpen(caller, app) || services.apps.mayRemove(caller, app);
}

function visibleApp(services: Services, { identity, params }: Call): AppDeployment {
  const app = appAt(services, params);
  if (!maySee(services, callerOf(identity), app)) throw notAuthorized();
  return app;
}

function removableApp(services: Services, { identity, params }: Call): AppDeployment {
  const app = appAt(services, params);
  if (!services.apps.mayRemove(callerOf(identity), app)) throw notAuthorized();
  return app;
}

function appAnswer(app: AppDeployment) {
  return {
    id: app.id,
    name: app.name,
    template_id: app.templateId,
    template_name: appTemplate.name,
    min_copies: 1,
    starting_copies: 1,
    lb_port: 0,
    is_ephemeral_session: app.ephemeral,
    requested_at: app.requestedAt,
    deployed_at: app.requestedAt,
    created_at: app.requestedAt,
    status: app.status,
    instances: [],
    access_path_prefix: '/runtime/apps',
    access_path: `/runtime/apps/${app.id}`,
    owner_user_id: app.ownerId,
    owner_session_id: app.ownerSession,
    workroom_id: app.workroomId,
    last_seen_at: app.lastSeenAt,
  };
}
