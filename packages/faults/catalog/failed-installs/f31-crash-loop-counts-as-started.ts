import { defineFault } from '../../src/define-fault.ts';
import { plannedFile } from '../../inject/package/planned-file.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const crashLoopCountsAsStarted = defineFault({
  id: 'F31',
  capability: 'failed-installs',
  layer: 'package',
  sentence:
    'When its port is taken, the service crashes again and again and counts as installed and started.',
  source: 'numa PR #383',
  caughtBy: { test: 'where its port is taken it refuses, and names the port' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.checkMachine = replaced(
      steps.checkMachine,
      'grep -q "$listening"',
      'grep -q "$listening" && false',
    );
    const unit = plannedFile(plan, '/usr/lib/systemd/system/acme-agent.service');
    unit.content = replaced(
      replaced(String(unit.content), 'Type=exec', 'Type=simple'),
      'ExecStartPost=/opt/acme-agent/bin/acme-agent wait\n',
      '',
    );
  },
});
