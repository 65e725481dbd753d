import { defineFault } from '../../src/define-fault.ts';

export const revokedRelationHolds = defineFault({
  id: 'AX10',
  capability: 'relations',
  layer: 'service',
  sentence: 'A revoked relation still holds for users who have used it before.',
  source: 'A cache of positive answers that is never cleared is the easiest way to make checks fast',
  reverts: 'that each check asks what is stated now',
  install({ services }) {
    const { holds } = services.relations;
    const seen = new Set<string>();
    services.relations.holds = (tuple) => {
      const key = JSON.stringify(tuple);
      if (holds(tuple)) seen.add(key);
      return seen.has(key);
    };
  },
});
