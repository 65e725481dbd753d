import { defineFault } from '../../src/define-fault.ts';

export const pageLosesADecision = defineFault({
  id: 'AX14',
  capability: 'decisions',
  layer: 'service',
  sentence: 'Between two pages of the record a decision is lost.',
  source: 'A cursor that is compared once too often shows on no single page',
  reverts: 'that a page begins right behind the one before',
  install({ services }) {
    const { recorded } = services.relations;
    services.relations.recorded = ({ after, ...query }) =>
      recorded({ ...query, after: after === undefined ? undefined : after + 1 });
  },
});
