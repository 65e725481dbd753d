import type { Regression } from './regression.ts';
import type { Identity } from '../gateway/identity.ts';

export const regression: Regression = {
  id: 'AX53b',
  area: 'authnz',
  sentence: 'Whoever has been recognised once is recognised for minutes, whatever happens meanwhile.',
  source: 'A cache in front of ForwardAuth, without anything that empties it',
  reverts: 'that each request is judged by what is true now',
  install({ parts }) {
    const { identify } = parts;
    const remembered = new Map<string, Identity>();
    parts.identify = async (token = '') => {
      const known = remembered.get(token);
      if (known) return known;
      const identity = await identify(token);
      if (identity) remembered.set(token, identity);
      return identity;
    };
  },
};
