import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { contractUrl, DocumentError, parseOpenApiDocument, readSource } from '@uat/contract';
import { operationIdsSource, typesSource } from './types-source.ts';

/** The contract in the form that people edit. */
const ownSource = new URL('../../contract/openapi.yaml', import.meta.url);
const ownTypes = fileURLToPath(new URL('generated/schema.ts', import.meta.url));
const ownOperationIds = fileURLToPath(new URL('generated/operation-ids.ts', import.meta.url));

/** Output streams of the command. */
interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

interface GenerateOptions {
  readonly check?: true;
  readonly from?: string;
  readonly to?: string;
}

const examples = `
Examples:
  pnpm sdk:generate                                            after an edit of packages/contract/openapi.yaml
  pnpm sdk:generate --check                                    in CI: are the committed files up to date?
  pnpm sdk:generate --from https://kamiwaza.test --to live.ts  types of the document that a live target serves
  pnpm sdk:generate --from ./openapi.json --to other.ts --check

Exit codes: 0 written or up to date, 1 out of date (--check), 2 no document, unwritable file, or invalid option.`;

/**
 * Runs `pnpm sdk:generate` with these arguments: writes the TypeScript types and operation ids of the contract, and the
 * contract as JSON, or checks that they are up to date. Gives the exit code.
 */
export async function generateTypes(args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  const program = new Command('sdk:generate')
    .description(
      'Write the TypeScript types and operation ids of the API contract, and the contract as JSON.',
    )
    .option('--check', 'write nothing; exit 1 when a file is out of date')
    .option(
      '--from <file|URL>',
      'another document: a file, its URL, or the URL of a live target (with or without /api)',
    )
    .option('--to <file>', 'the file to write; required with --from')
    .allowExcessArguments(false)
    .addHelpText('after', examples)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride();

  try {
    return await generateFiles(program.parse(args, { from: 'user' }).opts<GenerateOptions>(), output);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof DocumentError) && !isFileError(error)) throw error;
    output.err(`${error.message}\n`);
    return 2;
  }
}

async function generateFiles({ check, ...source }: GenerateOptions, output: Output): Promise<0 | 1> {
  let code: 0 | 1 = 0;
  for (const { target, content } of await expectedFiles(source)) {
    const shown = relative(process.cwd(), target);
    if (check === true) {
      if ((await checkFile(content, target, shown, output)) === 1) code = 1;
    } else {
      await replaceFile(target, content);
      output.out(`Wrote ${shown}.\n`);
    }
  }
  return code;
}

/** The files to generate, each with its content. */
async function expectedFiles({ from, to }: GenerateOptions): Promise<{ target: string; content: string }[]> {
  if (from !== undefined && to === undefined) {
    throw new DocumentError(
      '--from requires --to FILE: types of another document must not replace those of the contract.',
    );
  }
  const { text, where } = await readSource(from ?? ownSource);
  const document = await parseOpenApiDocument(text, where);
  const source = from === undefined ? 'openapi.yaml' : where;
  const types = await typesSource(document, source);
  if (to !== undefined) return [{ target: resolve(to), content: types }];
  return [
    { target: ownTypes, content: types },
    { target: ownOperationIds, content: operationIdsSource(document, source) },
    { target: fileURLToPath(contractUrl), content: `${JSON.stringify(document, null, 1)}\n` },
  ];
}

async function checkFile(content: string, target: string, shown: string, output: Output): Promise<0 | 1> {
  const present = await readFile(target, 'utf8').catch(() => undefined);
  if (present === content) {
    output.out(`${shown} is up to date.\n`);
    return 0;
  }
  const problem = present === undefined ? 'is missing' : 'is out of date';
  output.err(`${shown} ${problem}. Run \`pnpm sdk:generate\` with the same options and commit the result.\n`);
  return 1;
}

/** Replaces a file atomically: readers never see half of it, and a failure leaves the old one in place. */
async function replaceFile(target: string, content: string): Promise<void> {
  const draft = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(draft, content);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
