import { defineFault } from '../../src/define-fault.ts';

export const forceSkipsTheCheck = defineFault({
  id: 'A20e',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'With force, any caller may delete a model.',
  source: 'ENG-2279 brought force: it is about deployments, and nothing that overrides an owner',
  reverts: 'that force does not stand above ownership',
  install({ services }) {
    const { guard } = services.relations;
    services.relations.guard = (request, ...asked) => {
      const { force } = request.query as { force?: string };
      const decision = guard(request, ...asked);
      return force === 'true' ? { ...decision, allow: true } : decision;
    };
  },
});
