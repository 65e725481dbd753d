import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

// `node tools/workflow-outputs.ts RUN_FOLDER [EXIT_CODE]`: the verdict of a run as the outputs of a step, for
// $GITHUB_OUTPUT. No value holds a line break, because none can. A command line that `uat` refused has no run folder: its
// exit code 2 is then all there is to tell.

const verdictSchema = z.object({
  kind: z.string().regex(/^[a-z]+$/),
  exitCode: z.number(),
  runId: z.string().regex(/^[\w-]+$/),
  counts: z.record(z.string(), z.number()),
});

const [folder, ended] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a run: node tools/workflow-outputs.ts FOLDER');
const file = path.join(folder, 'verdict.json');

process.stdout.write(
  Object.entries(!existsSync(file) && ended === '2' ? refused() : outputsIn(file))
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
);

function outputsIn(verdict: string) {
  const { kind, exitCode, runId, counts } = verdictSchema.parse(JSON.parse(readFileSync(verdict, 'utf8')));
  return { kind, 'exit-code': exitCode, counts: JSON.stringify(counts), artifact: `uat-${runId}` };
}

function refused() {
  return { kind: 'configuration', 'exit-code': 2 };
}
