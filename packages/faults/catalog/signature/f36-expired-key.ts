import { defineFault } from '../../src/define-fault.ts';

export const expiredKey = defineFault({
  id: 'F36',
  capability: 'signature',
  layer: 'package',
  sentence: 'The key that signs has expired.',
  source: 'aptly #911, keybase #9626',
  caughtBy: { test: 'the key that signs stays valid for a month' },
  install({ key }) {
    key.madeDaysAgo = 30;
    key.validDays = 20;
  },
});
