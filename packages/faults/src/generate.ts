import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { areaOf } from './capabilities.ts';
import { catalogFile } from './catalog.ts';
import { faultsIn } from './load-faults.ts';

// Writes catalog.json from the files of the catalogue; with --check only says whether it is out of date.
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
const areas = ['authnz', 'model-engine', 'installers'];
const sorted = entries
  .flat()
  .toSorted((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) || byNumber(a.id, b.id));
const text = `${JSON.stringify(sorted, undefined, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(catalogFile, text);
else if (readFileSync(catalogFile, 'utf8') !== text) {
  process.stderr.write('packages/faults/catalog.json is out of date: run pnpm docs.\n');
  process.exitCode = 1;
}
