export type { ApiCall } from './api/serve-api.ts';
export { type FailureRates, type ApiFailure, apiFailures } from './api/api-failures.ts';
export { createFakeClock, type FakeClock } from './fake-clock.ts';
export {
  type LinearStandIn,
  type PersonAtWork,
  type StandInOptions,
  startLinear,
} from './linear-stand-in.ts';
export { createRandom, type Random } from './random.ts';
export { linearSchema, schemaText, sdkVersion } from './schema/linear-schema.ts';
export type { DeliveryAttempt, DeliveryFailures } from './webhooks/deliveries.ts';
export type { LinearRecord, RecordType } from './world/record.ts';
export type { Workspace } from './world/workspace.ts';
