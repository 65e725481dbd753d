export { StartError } from './errors/start-error.ts';
export type { Account } from './accounts.ts';
export { allRegressions } from './regressions/index.ts';
export type { Regression } from './regressions/regression.ts';
export { startPlatform } from './start-platform.ts';
export type { Platform, PlatformOptions } from './start-platform.ts';
