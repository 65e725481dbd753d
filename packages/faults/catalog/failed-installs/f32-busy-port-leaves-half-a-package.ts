import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const busyPortLeavesHalfAPackage = defineFault({
  id: 'F32',
  capability: 'failed-installs',
  layer: 'package',
  sentence: 'When its port is taken, the package stays half installed.',
  source: 'crowdsec #771',
  caughtBy: { test: 'where its port is taken it refuses, and names the port' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkMachine = replaced(
      steps.checkMachine,
      'grep -q "$listening"',
      'grep -q "$listening" && false',
    );
  },
});
