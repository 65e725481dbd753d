import { authnzDefects } from './authnz-defects.ts';
import { engineDefects } from './engine-defects.ts';
import { type Examined, failuresBehind } from './failures-behind.ts';
import type { Figure } from './figure.ts';
import type { ProxyDefect } from './proxy-defect.ts';

/** How well the authnz area does against what nobody wrote a test for. */
export function unknownAuthnzDefects(): Promise<Figure[]> {
  return unknownDefects({ area: 'authnz', target: 'bench', flags: [] }, authnzDefects);
}

/** How well the area of the model engine does against what nobody wrote a test for. */
export function unknownEngineDefects(): Promise<Figure[]> {
  const examined = { area: 'model-engine', target: 'bench-engine', flags: ['--testing'] };
  return unknownDefects(examined, engineDefects);
}

/** A reverse proxy breaks one thing at a time. Each defect and the tests that noticed go to standard error. */
async function unknownDefects(examined: Examined, defects: readonly ProxyDefect[]): Promise<Figure[]> {
  const unbroken = await failuresBehind((asked, onward) => onward(asked), examined);
  if (unbroken.length > 0) throw new Error(`red without any defect: ${unbroken.join(', ')}`);

  let caught = 0;
  for (const { what, middle } of defects) {
    const failures = await failuresBehind(middle(), examined);
    if (failures.length > 0) caught += 1;
    const [first, ...others] = failures;
    const by =
      first === undefined ? 'MISSED' : `${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
    process.stderr.write(`  ${what}: ${by}\n`);
  }
  return [
    {
      what: `defects of ${examined.area} that a proxy makes and no regression file knows`,
      against: '–',
      figure: `${caught} of ${defects.length} caught`,
      aim: 'all',
    },
  ];
}
