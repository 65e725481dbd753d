import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const headPasses = defineFault({
  id: 'AX59b',
  capability: 'policy',
  layer: 'service',
  sentence: 'A held HEAD request passes, whatever it requests.',
  source: 'HEAD is taken for harmless, and tells what exists',
  reverts: 'that HEAD is judged like GET',
  install({ services }) {
    letThrough(services, ({ method }) => method === 'HEAD');
  },
});
