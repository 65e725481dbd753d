export { expandGrants, type Grant, grants, parseGrants } from './target/grants.ts';
export {
  type EngineProfile,
  engineProfileOf,
  type HubModel,
  type ProfiledModel,
  profiledModels,
} from './target/engine-profile.ts';
export {
  type HostCapability,
  hostCapabilities,
  type HostDriverName,
  hostDrivers,
} from './products/host-capability.ts';
export { configFile, loadConfig } from './load-config.ts';
export { localPlatform } from './target/local-platform.ts';
export {
  capabilities,
  capabilitiesIn,
  type Capability,
  capabilityOperations,
  isShownByOperations,
} from './target/capabilities.ts';
export { type Product, productSchema } from './products/product.ts';
export { type ProductFact, productFacts, whyUnknown } from './products/product-facts.ts';
export {
  defineProduct,
  type ProductProfile,
  type ProductProfileInput,
  productProfileSchema,
} from './products/product-profile.ts';
export {
  usesTarget,
  resolveTarget,
  type Target,
  type TargetChoice,
  targetHint,
  targetNames,
} from './target/resolve-target.ts';
export { type QuarantineEntry, quarantineEntrySchema, readQuarantine } from './quarantine.ts';
export { readSymptoms, type Symptom, symptomPlaces, symptomSchema, symptomsFile } from './symptoms.ts';
export { textPattern } from './text-pattern.ts';
export { type Role, type RoleCredentials, roles, roleSchema } from './target/roles.ts';
export { defineUat, type LaneName, laneNames, type UatConfig, type UatConfigInput } from './schema.ts';
export { directRoute, type Proxy, proxyRoute, type ProxyRoute } from './proxy/proxy.ts';
export { keepSecretsIn, registeredSecrets, registerSecrets } from './session/secrets.ts';
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
} from './session/session.ts';
