import { defineFault } from '../../src/define-fault.ts';

export const rotationDropsKeys = defineFault({
  id: 'AX64',
  capability: 'keys',
  layer: 'service',
  sentence: 'A key rotation signs every user out and ends every personal access token.',
  source: 'Ours: the opposite of A7',
  reverts: 'that the keys of tokens that live on stay published',
  install({ services }) {
    const { keys } = services;
    let known = { all: keys.published, newest: keys.published.slice(0, 1) };
    services.keys = {
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
});
