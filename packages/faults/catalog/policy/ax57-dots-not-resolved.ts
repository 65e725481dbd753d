import { defineFault } from '../../src/define-fault.ts';

export const dotsNotResolved = defineFault({
  id: 'AX57',
  capability: 'policy',
  layer: 'service',
  sentence: 'Two dots in an address lead past the policy.',
  source: 'The policy reads what the router has yet to resolve',
  reverts: 'that an address with dot segments is denied',
  install({ services }) {
    services.gateway.requestPath = (target = '') => target.split(/[?#]/, 1)[0]?.replace(/(?<=.)\/+$/, '');
  },
});
