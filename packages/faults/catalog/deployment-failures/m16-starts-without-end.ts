import { defineFault } from '../../src/define-fault.ts';

export const startsWithoutEnd = defineFault({
  id: 'M16',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'An engine that does not start in time is waited for anyway.',
  source: 'uat-bot load-test-report-0.13.1',
  reverts: 'that a start has a limit',
  install({ services }) {
    const { startInstance } = services.serving;
    services.serving.startInstance = (options) => startInstance({ ...options, startSeconds: 3_600 });
  },
});
