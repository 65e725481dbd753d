export { cleanUp } from './clean-up.ts';
export {
  announceInLedger,
  type Belonging,
  ledgerFile,
  openLedger,
  readLedger,
  recordInLedger,
} from './resource-journal.ts';
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
export { type ClientFor, nameOf, removeBelonging } from './remove-resource.ts';
export { replacedSettingsId, stampedSecuritySettings } from './tagged-security-settings.ts';
export { stampedName } from './run-tag.ts';
export { type StampedBelonging, stampedBelongings } from './tagged-resources.ts';
