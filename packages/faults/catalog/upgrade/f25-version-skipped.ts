import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F25',
  class: 'upgrade',
  sentence: 'A version that must not be skipped can be skipped.',
  source: 'GitLab refuses 16.1 to 16.9 and names the stop: what happens without',
  check: 'a version that must not be skipped is not skipped: it refuses, and names the one to install first',
  change({ plan, release }) {
    if (release !== 'next') return;
    plan.lifecycle.facts.follows = '0.1.0';
  },
};
