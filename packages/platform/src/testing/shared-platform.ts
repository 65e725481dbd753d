import { testedPlatform, type TestedPlatform } from './tested-platform.ts';

let shared: Promise<TestedPlatform> | undefined;

/**
 * A platform that the test files of a worker share. For tests that neither change its settings nor rely on a fresh one;
 * it ends with the worker, and the next platform removes its data folder.
 */
export function sharedPlatform(): Promise<TestedPlatform> {
  return (shared ??= testedPlatform());
}
