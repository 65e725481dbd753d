import { defineFault } from '../../src/define-fault.ts';

export const versionSkipped = defineFault({
  id: 'F25',
  capability: 'upgrade',
  layer: 'package',
  sentence: 'A version that must not be skipped can be skipped.',
  source: 'GitLab refuses 16.1 to 16.9 and names the stop: what happens without',
  caughtBy: {
    test: 'a version that must not be skipped is not skipped: it refuses, and names the one to install first',
  },
  install({ plan, release }) {
    if (release !== 'next') return;
    plan.lifecycle.facts.follows = '0.1.0';
  },
});
