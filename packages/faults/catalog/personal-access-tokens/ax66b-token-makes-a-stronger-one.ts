import { defineFault } from '../../src/define-fault.ts';

export const tokenMakesAStrongerOne = defineFault({
  id: 'AX66b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token of write scope can make one of admin scope.',
  source: 'Ours: the thief of a weak token has a strong one a moment later',
  reverts: 'that a personal access token makes no other',
  install({ services }) {
    services.tokens.mayIssuePat = () => true;
  },
});
