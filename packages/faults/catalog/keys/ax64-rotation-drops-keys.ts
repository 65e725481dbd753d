import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX64',
  area: 'authnz',
  sentence: 'A rotation of keys signs everybody out and ends every personal access token.',
  source: 'Ours: the opposite of A7',
  reverts: 'that the keys of tokens that live on stay published',
  install({ parts }) {
    const { keys } = parts;
    let known = { all: keys.published, newest: keys.published.slice(0, 1) };
    parts.keys = {
      get current() {
        return keys.current;
      },
      get all() {
        return keys.all;
      },
      get published() {
        if (known.all !== keys.published) known = { all: keys.published, newest: keys.published.slice(0, 1) };
        return known.newest;
      },
      rotate: () => keys.rotate(),
      publish: () => keys.publish(),
      retire: (kid) => keys.retire(kid),
    };
  },
};
