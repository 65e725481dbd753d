import { defineFault } from '../../src/define-fault.ts';

export const upgradeNeedsAMissingTool = defineFault({
  id: 'F24',
  capability: 'upgrade',
  layer: 'package',
  sentence: 'An upgrade calls a tool that is not installed.',
  source: 'ansible-role-gitlab #165',
  caughtBy: {
    test: 'the version before it becomes this one',
    alsoRed: [
      { test: 'what runs afterwards is the new version', reason: 'there is no new version' },
      {
        test: 'an upgrade that cannot take over what was stored is refused, and keeps it',
        reason: 'it ends before it looks at the data, and gives no reason',
      },
    ],
  },
  install({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.rehearseMigration = `[ ! -e "$STATE/version" ] || [ "$(cat "$STATE/version")" = "$VERSION" ] || acme-agentctl status\n${steps.rehearseMigration}`;
  },
});
