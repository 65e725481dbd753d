import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F10',
  class: 'over-removal',
  sentence: 'An upgrade that fails deletes what was stored.',
  source: 'windows-installers #132 (a failed plugin installation uninstalls), as a Debian package does it',
  check: 'an upgrade that cannot take over what was stored is refused, and keeps it',
  change({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.rehearseMigration = replaced(
      steps.rehearseMigration,
      '|| refuse "The data',
      '|| { rm -f "$DATA/records"; false; } || refuse "The data',
    );
  },
};
