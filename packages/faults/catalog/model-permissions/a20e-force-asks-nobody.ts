import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A20e',
  area: 'authnz',
  sentence: 'With force a model is deleted whoever asks.',
  source: 'ENG-2279 brought force: it is about deployments, and nothing that overrides an owner',
  reverts: 'that force does not stand above ownership',
  install({ parts }) {
    const { guard } = parts.relations;
    parts.relations.guard = (request, ...asked) => {
      const { force } = request.query as { force?: string };
      const decision = guard(request, ...asked);
      return force === 'true' ? { ...decision, allow: true } : decision;
    };
  },
};
