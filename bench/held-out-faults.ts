import { wholeCatalog } from '@uat/faults';
import { failuresWith } from './failures-with.ts';
import type { Figure } from './figure.ts';

/** How well the authnz area does against faults that no test was written for. */
export const heldOutAuthnzFaults = () => heldOutFaults('authnz');

/** How well the area of the model engine does against faults that no test was written for. */
export const heldOutEngineFaults = () => heldOutFaults('model-engine');

/** One held-out fault at a time. Each of them and the tests that noticed go to standard error. */
async function heldOutFaults(area: string): Promise<Figure[]> {
  const clean = await failuresWith(undefined, area);
  if (clean.length > 0) throw new Error(`Tests are red without any fault: ${clean.join(', ')}.`);

  const faults = wholeCatalog().filter((fault) => fault.heldOut && fault.area === area);
  let caught = 0;
  for (const { id, sentence } of faults) {
    const failures = await failuresWith(id, area);
    if (failures.length > 0) caught += 1;
    const [first, ...others] = failures;
    const by =
      first === undefined ? 'MISSED' : `${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
    process.stderr.write(`  ${id} ${sentence} ${by}\n`);
  }
  return [
    {
      what: `faults of ${area} that no test was written for`,
      against: '–',
      figure: `${caught} of ${faults.length} caught`,
      aim: 'all',
    },
  ];
}
