import type { Situation } from '../situation.ts';
import { configurationSituations } from './configurations.ts';
import { machineSituations } from './machines.ts';
import { measurementSituations } from './measurements.ts';
import { mergeSituations } from './merges.ts';
import { planSituations } from './plans.ts';
import { productSituations } from './products.ts';
import { recordSituations } from './records.ts';
import { targetSituations } from './targets.ts';

/** All situations of the harness. Their expected verdicts follow from docs/outcomes.md, not from what `uat` does. */
export const situations: readonly Situation[] = [
  ...targetSituations,
  ...machineSituations,
  ...measurementSituations,
  ...productSituations,
  ...configurationSituations,
  ...planSituations,
  ...mergeSituations,
  ...recordSituations,
];
