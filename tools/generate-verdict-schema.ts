import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { verdictSchema } from '@uat/record';
import { z } from 'zod';
import { $, chalk } from 'zx';

// `pnpm run docs`: writes the JSON Schema of `verdict.json`, for readers in other languages; with `--check` only says
// whether the file is up to date.

const file = 'docs/verdict.schema.json';
const schema = {
  title: 'verdict.json',
  description: 'The verdict on a run of uat; docs/outcomes.md explains it.',
  ...z.toJSONSchema(verdictSchema, {
    io: 'output',
    // Fields are added without a new version, so a reader has to accept those that it does not know.
    override: ({ jsonSchema }) => void delete jsonSchema.additionalProperties,
  }),
};
const fresh = (await $({ input: JSON.stringify(schema), quiet: true })`oxfmt --stdin-filepath ${file}`)
  .stdout;

if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
  if (process.argv.includes('--check')) {
    process.stdout.write(`${file} is not the schema of the verdict.\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, fresh);
    process.stdout.write(`${chalk.green('✓')} ${file}\n`);
  }
}
