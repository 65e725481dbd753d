import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F32',
  class: 'port busy',
  sentence: 'Where the port is taken, the package stays half installed.',
  source: 'crowdsec #771',
  check: 'where its port is taken it refuses, and names the port',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkMachine = replaced(
      steps.checkMachine,
      'grep -q "$listening"',
      'grep -q "$listening" && false',
    );
  },
};
