import { defineFault } from '../../src/define-fault.ts';

export const anyNumberMayWait = defineFault({
  id: 'M16b',
  capability: 'back-pressure',
  layer: 'service',
  sentence: 'A busy engine never turns a request away: its queue grows without limit.',
  source: 'uat-bot load-test-report-0.13.1: no back-pressure',
  reverts: 'that only so many may wait for an engine',
  install({ services }) {
    const { startInstance } = services.serving;
    services.serving.startInstance = (options) => startInstance({ ...options, queue: 1_000_000 });
  },
});
