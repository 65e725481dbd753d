import type { Fault } from './fault.ts';
import { plannedFile } from './planned-file.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F31',
  class: 'port busy',
  sentence:
    'Where the port is taken, the service crashes again and again and counts as installed and started.',
  source: 'numa PR #383',
  check: 'where its port is taken it refuses, and names the port',
  change({ plan }) {
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
};
