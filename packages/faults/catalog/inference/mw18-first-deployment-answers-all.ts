import { defineFault } from '../../src/define-fault.ts';

export const firstDeploymentAnswersAll = defineFault({
  id: 'MW18',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'All questions go to the deployment that was asked first.',
  source: 'A router that keeps its first choice',
  reverts: 'that a deployment answers the questions that are put to it',
  install() {
    let first: string | undefined;
    return async (request, next) => {
      const [, id] = /^\/runtime\/models\/([0-9a-f-]{36})\/v1\//.exec(request.path) ?? [];
      if (request.method !== 'POST' || id === undefined) return next(request);
      first ??= id;
      const response = await next({ ...request, path: request.path.replace(id, first) });
      if (response.status !== 404 || first === id) return response;
      first = id;
      return next(request);
    };
  },
});
