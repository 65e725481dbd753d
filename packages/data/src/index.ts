export { cleanUp } from './clean-up.ts';
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
export { type ClientFor, describeResource, removeResource } from './remove-resource.ts';
export { type Resource, resourceJournal, resourceJournalFile } from './resource-journal.ts';
export { taggedName } from './run-tag.ts';
export { type TaggedResource, taggedResources } from './tagged-resources.ts';
export { replacedSettingsId, taggedSecuritySettings } from './tagged-security-settings.ts';
export { trackResources } from './track-resources.ts';
