import { corpusScores } from './corpus-scores.ts';

// `pnpm --filter @uat/intent score [--wrong]` prints the parser's precision and recall per field on the labelled tickets.
// --wrong also lists the errors on the tickets that may be read; errors on the held-out ones are only counted.
let below = 0;
for (const set of ['seen', 'held-out'] as const) {
  const { tickets, scores } = corpusScores(set);
  process.stdout.write(`\n${set}: ${tickets} tickets\n  ${'field'.padEnd(18)} present  precision  recall\n`);
  for (const { question, present, precision, recall, wrong } of scores) {
    if (Math.min(precision, recall) < 0.9) below += 1;
    const figures = `${precision.toFixed(3).padStart(9)}  ${recall.toFixed(3).padStart(6)}`;
    process.stdout.write(`  ${question.padEnd(18)} ${String(present).padStart(7)}  ${figures}\n`);
    if (set === 'held-out' || !process.argv.includes('--wrong')) continue;
    for (const { file, said } of wrong)
      process.stdout.write(`    ${said ? 'too much' : 'missed'}: ${file}\n`);
  }
}
process.stdout.write(below === 0 ? '\nEvery figure is 0.90 or more.\n' : `\n${below} rows are below 0.90.\n`);
process.exitCode = below === 0 ? 0 : 1;
