import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

// `node tools/workflow-outputs.ts RUN_FOLDER`: the verdict of a run as the outputs of a step, for $GITHUB_OUTPUT. No
// value holds a line break, because none can.

const verdictSchema = z.object({
  kind: z.string().regex(/^[a-z]+$/),
  exitCode: z.number(),
  runId: z.string().regex(/^[\w-]+$/),
  counts: z.record(z.string(), z.number()),
});

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a run: node tools/workflow-outputs.ts FOLDER');
const { kind, exitCode, runId, counts } = verdictSchema.parse(
  JSON.parse(readFileSync(path.join(folder, 'verdict.json'), 'utf8')),
);
const outputs = {
  kind,
  'exit-code': exitCode,
  counts: JSON.stringify(counts),
  artifact: `uat-${runId}`,
};

process.stdout.write(
  Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
);
