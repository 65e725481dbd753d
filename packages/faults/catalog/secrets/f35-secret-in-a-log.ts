import { defineFault } from '../../src/define-fault.ts';
import { replaced } from '../../inject/package/replaced.ts';

export const secretInALog = defineFault({
  id: 'F35',
  capability: 'secrets',
  layer: 'package',
  sentence: 'The password is written to a log that every user can read.',
  source: 'st2-packages #540, archinstall #1062, vaultwarden_ynh #9',
  caughtBy: { test: 'a secret that it was given is readable by no other user' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.keepSecret += '\necho "admin password: $password" >>"$STATE/install.log"';
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version"',
      'rm -f "$STATE/install.log" "$STATE/version"',
    );
  },
});
