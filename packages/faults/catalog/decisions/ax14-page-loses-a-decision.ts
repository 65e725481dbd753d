import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX14',
  area: 'authnz',
  sentence: 'Between two pages of the record a decision is lost.',
  source: 'A cursor that is compared once too often shows on no single page',
  reverts: 'that a page begins right behind the one before',
  install({ parts }) {
    const { recorded } = parts.relations;
    parts.relations.recorded = ({ after, ...query }) =>
      recorded({ ...query, after: after === undefined ? undefined : after + 1 });
  },
};
