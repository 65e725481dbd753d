export { consoleBundle } from './bundle.ts';
export { pruneBundles } from './prune-bundles.ts';
