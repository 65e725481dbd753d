import { inOneLine } from './parse-policy.ts';
import type { PolicyChange } from './policy-file.ts';
import type { PlatformLog } from '../../server/log/platform-log.ts';

/** Logs that a changed policy is in force, or why it is rejected. */
export function logPolicyChange(log: PlatformLog, change: PolicyChange): void {
  if (change.kind === 'reloaded') {
    log.write({ level: 'info', event: 'POLICY_RELOADED', message: `The policy ${change.file} is in force` });
    return;
  }
  log.write({
    level: 'warn',
    event: 'POLICY_REJECTED',
    message: `The policy ${change.file} is not valid and changes nothing: ${inOneLine(change.problems)}`,
  });
}
