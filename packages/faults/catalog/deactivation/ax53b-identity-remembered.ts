import { defineFault } from '../../src/define-fault.ts';
import type { Identity } from '@uat/platform';

export const identityRemembered = defineFault({
  id: 'AX53b',
  capability: 'deactivation',
  layer: 'service',
  sentence: 'A user who has been recognised once stays recognised for minutes, whatever changes meanwhile.',
  source: 'A cache in front of ForwardAuth, without anything that empties it',
  reverts: 'that each request is judged by what is true now',
  install({ services }) {
    const { identify } = services.gateway;
    const remembered = new Map<string, Identity>();
    services.gateway.identify = async (token = '') => {
      const known = remembered.get(token);
      if (known) return known;
      const identity = await identify(token);
      if (identity) remembered.set(token, identity);
      return identity;
    };
  },
});
