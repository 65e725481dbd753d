export { cleanUp } from './clean-up.ts';
export {
  announceInLedger,
  type Belonging,
  ledgerFile,
  openLedger,
  readLedger,
  recordInLedger,
} from './ledger.ts';
export { endSessions } from './end-sessions.ts';
export {
  type ObtainedSession,
  recordedSessions,
  recordSession,
  sessionIn,
  sessionInCookies,
} from './obtained-session.ts';
export { addPolicyRule } from './policy-rule.ts';
export { relationId } from './relation-id.ts';
export { type ClientFor, nameOf, removeBelonging } from './remove.ts';
export { replacedSettingsId, stampedSecuritySettings } from './security-settings.ts';
export { stampedName } from './stamp.ts';
export { type StampedBelonging, stampedBelongings } from './stamped-belongings.ts';
