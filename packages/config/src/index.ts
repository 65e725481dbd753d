export { expandGrants, type Grant, grants, parseGrants } from './grants.ts';
export {
  type EngineProfile,
  engineProfileOf,
  type HubModel,
  type ProfiledModel,
  profiledModels,
} from './engine-profile.ts';
export {
  type HostCapability,
  hostCapabilities,
  type HostDriverName,
  hostDrivers,
} from './host-capability.ts';
export { configFile, loadConfig } from './load-config.ts';
export { localPlatform } from './local-platform.ts';
export {
  capabilities,
  capabilitiesIn,
  type Capability,
  capabilityOperations,
  isShownByOperations,
} from './capabilities.ts';
export { type Product, productSchema } from './product.ts';
export { type ProductFact, productFacts, whyUnknown } from './product-facts.ts';
export {
  defineProduct,
  type ProductProfile,
  type ProductProfileInput,
  productProfileSchema,
} from './product-profile.ts';
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
