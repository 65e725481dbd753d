export { type CataloguedFault, cataloguedFaults, wholeCatalog } from './catalog.ts';
export type { CaughtBy, Fault, PackageFault } from './define-fault.ts';
export { loadFaults } from './load-faults.ts';
export type { Middleware } from './wire/exchange.ts';
export { rewriteOrigin } from './wire/rewrite-origin.ts';
export { upstream } from './wire/upstream.ts';
export { openWireProxy, type WireProxy } from './wire/wire-proxy.ts';
