import { defineFault } from '../../src/define-fault.ts';

export const objectKeepsRelations = defineFault({
  id: 'A25d',
  capability: 'relations',
  layer: 'service',
  sentence: 'Removing every relation to an object removes none of them.',
  source: 'OpenAPI document 1.2.0: DELETE /auth/tuples/object',
  reverts: 'that a cleared object has no relations',
  install({ services }) {
    services.store.tuples.removeObject = () => undefined;
  },
});
