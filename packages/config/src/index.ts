export {
  type Annotation,
  annotationsOf,
  type Coverage,
  coverageFrom,
  type Need,
  severities,
  type Severity,
} from './coverage.ts';
export { type Ineligibility, ineligibility } from './eligibility.ts';
export { expandGrants, type Grant, grants, parseGrants } from './grants.ts';
export { configFile, loadConfig, projectRoot } from './load-config.ts';
export { resolveTarget, type Target, type TargetChoice, targetHint } from './resolve-target.ts';
export { type Role, type RoleCredentials, roles } from './roles.ts';
export { defineUat, type LaneName, laneNames, type UatConfig, type UatConfigInput } from './schema.ts';
export {
  embeddedSession,
  platformReadyLine,
  platformReadySchema,
  type PlatformReady,
  type Session,
  sessionFrom,
} from './session.ts';
export { configurationError, infrastructureError, UatError } from './uat-error.ts';
