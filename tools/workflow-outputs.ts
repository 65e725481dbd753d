import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { z } from 'zod';

// `node tools/workflow-outputs.ts RUN_FOLDER [EXIT_CODE]` prints the verdict of a run as the outputs of a step, for
// $GITHUB_OUTPUT. A command line that `uat` rejects leaves no run folder: then its exit code 2 is the only output.

// A line break in a value would let it set other outputs; no other field that is printed can hold one.
const outputSchema = verdictSchema
  .pick({ kind: true, exitCode: true })
  .extend({ runId: z.string().regex(/^[\w-]+$/), counts: z.record(z.string(), z.number()) });

const [folder, ended] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a run: node tools/workflow-outputs.ts FOLDER');
const file = path.join(folder, 'verdict.json');

process.stdout.write(
  Object.entries(!existsSync(file) && ended === '2' ? rejected() : outputsIn(file))
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
);

function outputsIn(verdict: string) {
  const { kind, exitCode, runId, counts } = outputSchema.parse(JSON.parse(readFileSync(verdict, 'utf8')));
  return { kind, 'exit-code': exitCode, counts: JSON.stringify(counts), artifact: `uat-${runId}` };
}

function rejected() {
  return { kind: 'configuration', 'exit-code': 2 };
}
