import { defineFault } from '../../src/define-fault.ts';

export const encodedDots = defineFault({
  id: 'AX57b',
  capability: 'policy',
  layer: 'service',
  sentence: 'Two encoded dots in an address lead past the policy.',
  source: 'Dots are looked for before the address is decoded',
  reverts: 'that an address is judged as it will be read',
  install({ services }) {
    const { requestPath } = services.gateway;
    services.gateway.requestPath = (target = '') => requestPath(target.replaceAll(/%2e/gi, '_'));
  },
});
