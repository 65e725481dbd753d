import type { CataloguedFault } from '@uat/faults';

/** The fields of a catalogued fault that measuring needs. */
export type MeasuredFault = Pick<CataloguedFault, 'id' | 'sentence' | 'source' | 'symptom' | 'caughtBy'>;
