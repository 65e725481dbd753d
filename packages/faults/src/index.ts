export { type CataloguedFault, cataloguedFaults } from './catalog.ts';
export type { CaughtBy, Fault, PackageFault } from './define-fault.ts';
export { loadFaults } from './load-faults.ts';
