export { StartError } from './server/errors/start-error.ts';
export type { Account } from './domains/identity/seeded-accounts.ts';
export { allRegressions } from './regressions/index.ts';
export type { Regression } from './regressions/regression.ts';
export { startPlatform } from './server/start-platform.ts';
export type { Platform, PlatformOptions } from './server/start-platform.ts';
