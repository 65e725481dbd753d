import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F36',
  class: 'signature',
  sentence: 'The key that signs has expired.',
  source: 'aptly #911, keybase #9626',
  check: 'the key that signs stays valid for a month',
  change({ key }) {
    key.madeDaysAgo = 30;
    key.validDays = 20;
  },
};
