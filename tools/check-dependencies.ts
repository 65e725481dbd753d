import { cruise, format } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { forbidden, options } from './dependency-rules.ts';

// Checks the imports against tools/dependency-rules.ts. A cruise that found no modules would pass every rule, so it counts
// as a failure.
const tsConfig = extractTSConfig('tsconfig.json');
const { output } = await cruise(
  ['packages', 'fixtures', 'suites', 'tools', 'uat.config.ts', 'playwright.config.ts'],
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig },
);
if (typeof output === 'string')
  throw new Error(`dependency-cruiser gave text instead of a result: ${output}`);

const report = await format(output, { outputType: 'err' });
if (output.summary.error > 0)
  process.stdout.write(
    `${typeof report.output === 'string' ? report.output : JSON.stringify(report.output)}\n`,
  );
const circular = output.modules.filter(({ dependencies }) => dependencies.some((one) => one.circular));
process.stdout.write(`${circular.length} files in import circles, type-only imports counted\n`);
if (output.summary.totalCruised === 0) {
  process.stdout.write('No module was cruised: dependency-cruiser no longer reads our TypeScript.\n');
}
process.exitCode = output.summary.error > 0 || output.summary.totalCruised === 0 ? 1 : 0;
