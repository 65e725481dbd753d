import type { CataloguedFault } from '@uat/faults';

/** A fault of the catalogue, as far as measuring needs to know it. */
export type MeasuredFault = Pick<CataloguedFault, 'id' | 'sentence' | 'source' | 'symptom' | 'caughtBy'>;
