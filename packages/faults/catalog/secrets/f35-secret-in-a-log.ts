import type { Fault } from './fault.ts';
import { replaced } from './replaced.ts';

export const fault: Fault = {
  id: 'F35',
  class: 'secrets',
  sentence: 'The password that was given stands in a log that anybody can read.',
  source: 'st2-packages #540, archinstall #1062, vaultwarden_ynh #9',
  check: 'a secret that it was given stands where nobody else can read it',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.keepSecret += '\necho "admin password: $password" >>"$STATE/install.log"';
    steps.purgeData = replaced(
      steps.purgeData,
      'rm -f "$STATE/version"',
      'rm -f "$STATE/install.log" "$STATE/version"',
    );
  },
};
