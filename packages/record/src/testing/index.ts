export { arbitraryRun } from './arbitrary-run.ts';
export * from './events.ts';
