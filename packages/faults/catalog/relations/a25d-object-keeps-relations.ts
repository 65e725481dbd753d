import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A25d',
  area: 'authnz',
  sentence: 'Taking back every relation to an object takes none back.',
  source: 'OpenAPI document 1.2.0: DELETE /auth/tuples/object',
  reverts: 'that a cleared object has no relations',
  install({ parts }) {
    parts.store.tuples.removeObject = () => undefined;
  },
};
