import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { areaOf, capabilities } from './capabilities.ts';
import { catalogFile } from './catalog.ts';
import { faultsIn } from './load-faults.ts';
import { faultsPage } from './faults-page.ts';

// Writes catalog.json and docs/faults.md from the files of the catalogue; with --check only says what is out of date.
const byNumber = new Intl.Collator('en', { numeric: true }).compare;
const files = globSync('catalog/*/*.ts', { cwd: path.join(import.meta.dirname, '..') });

const entries = await Promise.all(
  files.map(async (relative) => {
    const file = path.join(import.meta.dirname, '..', relative);
    return (await faultsIn(file)).map((fault) => ({
      id: fault.id,
      area: areaOf(fault.capability),
      capability: fault.capability,
      layer: fault.layer,
      sentence: fault.sentence,
      source: fault.source,
      heldOut: fault.heldOut,
      symptom: fault.symptom && { source: fault.symptom.source, flags: fault.symptom.flags },
      caughtBy: fault.caughtBy,
      file: path.relative(projectRoot, file),
    }));
  }),
);
const areas = Object.keys(capabilities);
const faults = entries
  .flat()
  .toSorted((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) || byNumber(a.id, b.id));

const pages = new Map([
  [catalogFile, `${JSON.stringify(faults, undefined, 2)}\n`],
  [path.join(projectRoot, 'docs/faults.md'), faultsPage(faults)],
]);
for (const [file, text] of pages) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${path.relative(projectRoot, file)} is out of date: run pnpm docs.\n`);
    process.exitCode = 1;
  }
}
