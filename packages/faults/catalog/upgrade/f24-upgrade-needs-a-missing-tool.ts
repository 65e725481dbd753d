import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F24',
  class: 'upgrade',
  sentence: 'An upgrade calls a tool that is not there.',
  source: 'ansible-role-gitlab #165',
  check: 'the version before it becomes this one',
  alsoRed: [
    { check: 'what runs afterwards is the new version', reason: 'there is no new version' },
    {
      check: 'an upgrade that cannot take over what was stored is refused, and keeps it',
      reason: 'it ends before it looks at the data, and gives no reason',
    },
  ],
  change({ plan, release }) {
    if (release !== 'current') return;
    const { steps } = plan.lifecycle;
    steps.rehearseMigration = `[ ! -e "$STATE/version" ] || [ "$(cat "$STATE/version")" = "$VERSION" ] || acme-agentctl status\n${steps.rehearseMigration}`;
  },
};
