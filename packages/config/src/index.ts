export {
  type Annotation,
  annotationsOf,
  type Coverage,
  coverageFrom,
  type Requirement,
  severities,
  type Severity,
} from './coverage.ts';
export { didYouMean } from './did-you-mean.ts';
export { type Ineligibility, ineligibility } from './eligibility.ts';
export { expandGrants, type Grant, grants, parseGrants } from './grants.ts';
export { type EngineProfile, engineProfileOf, type HubModel } from './engine-profile.ts';
export {
  type HostCapability,
  hostCapabilities,
  type HostDriverName,
  hostDrivers,
} from './host-capability.ts';
export { isRunning } from './is-running.ts';
export { configFile, loadConfig } from './load-config.ts';
export { localPlatform } from './local-platform.ts';
export {
  isShownByOperations,
  type Capability,
  capabilityOperations,
  capabilitiesIn,
} from './capabilities.ts';
export { descendantsOf, processFacts } from './process-tree.ts';
export { type Product, productSchema } from './product.ts';
export { type ProductFact, whyUnknown } from './product-facts.ts';
export {
  defineProduct,
  type ProductProfile,
  type ProductProfileInput,
  productProfileSchema,
} from './product-profile.ts';
export { projectRoot } from './project-root.ts';
export {
  usesTarget,
  resolveTarget,
  type Target,
  type TargetChoice,
  targetHint,
  targetNames,
} from './resolve-target.ts';
export { type QuarantineEntry, quarantineEntrySchema, readQuarantine } from './quarantine.ts';
export { type Role, type RoleCredentials, roles, roleSchema } from './roles.ts';
export { defineUat, type LaneName, laneNames, type UatConfig, type UatConfigInput } from './schema.ts';
export { directRoute, type Proxy, proxyRoute, type ProxyRoute } from './proxy.ts';
export { keepSecretsIn, registeredSecrets, registerSecrets } from './secrets.ts';
export {
  embeddedTarget,
  noTarget,
  pendingEmbeddedTarget,
  platformReadyLine,
  platformReadySchema,
  type PlatformReady,
  type Session,
  sessionFrom,
  sessionIn,
  writeSession,
} from './session.ts';
export { configurationError, infrastructureError, UatError } from './uat-error.ts';
