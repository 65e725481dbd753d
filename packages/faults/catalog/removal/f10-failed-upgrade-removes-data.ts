import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const failedUpgradeRemovesData = defineFault({
  id: 'F10',
  capability: 'removal',
  layer: 'package',
  sentence: 'An upgrade that fails deletes what was stored.',
  source: 'windows-installers #132 (a failed plugin installation uninstalls), as a Debian package does it',
  caughtBy: { test: 'an upgrade that cannot take over what was stored is refused, and keeps it' },
  install({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.rehearseMigration = replaced(
      steps.rehearseMigration,
      '|| refuse "The data',
      '|| { rm -f "$DATA/records"; false; } || refuse "The data',
    );
  },
});
