export { designNoteStub, type DesignNoteFacts, isDraftNote } from './design-note/design-note-stub.ts';
export { openApiFacts, type OpenApiFacts } from './design-note/open-api-facts.ts';
export { type Owners, type OwnersFile, ownerProblems, ownersOf, parseOwners } from './owners/owners.ts';
export { evaluate, type EvaluateOptions } from './policy/evaluate.ts';
export { explain } from './policy/explain.ts';
export type { Finding, GateResult, Status, Work } from './policy/gate-result.ts';
export { type Cycle, modeNow, strictFrom } from './policy/mode-now.ts';
export { type ParsedPolicy, parsePolicy } from './policy/parse-policy.ts';
export { policyChanges } from './policy/policy-changes.ts';
export { type Mode, modes, type Override, type Policy, type Rule } from './policy/policy-schema.ts';
export type { Snapshot } from './policy/snapshot.ts';
export { checkDocument, type DocumentKind, documentKinds } from './templates/check-document.ts';
export { fillTemplate } from './templates/fill-template.ts';
export { readTicket } from './ticket/read-ticket.ts';
export {
  type Candidate,
  type DodItem,
  type Field,
  type FieldName,
  fieldNames,
  type IntentLink,
  type SignOff,
  type TicketFields,
  type WorkEvidence,
  type WorkKind,
} from './ticket/ticket-fields.ts';
