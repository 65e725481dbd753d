import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { contractUrl, DocumentError, openApiDocument, readSource } from '@uat/contract';
import { typesSource } from './types-source.ts';

/** The contract as people edit it. */
const ownSource = new URL('../../contract/openapi.yaml', import.meta.url);
const ownTypes = fileURLToPath(new URL('generated/schema.ts', import.meta.url));

/** Where it says what it did, and what is wrong. */
interface Say {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

interface Wish {
  readonly check?: true;
  readonly from?: string;
  readonly to?: string;
}

const examples = `
Examples:
  pnpm sdk:generate                                            after an edit of packages/contract/openapi.yaml
  pnpm sdk:generate --check                                    in CI: are the committed types those of the contract?
  pnpm sdk:generate --from https://kamiwaza.test --to live.ts  types of what a live target really serves
  pnpm sdk:generate --from ./openapi.json --to other.ts --check

Exit codes: 0 written or fresh, 1 stale (--check), 2 no document, nowhere to write, or a wrong option.`;

/**
 * What `pnpm sdk:generate` does with these words: writes the TypeScript types of an API document, and the contract as
 * JSON, or says whether they are fresh. Gives the exit code.
 */
export async function generateTypes(words: readonly string[], say: Say): Promise<0 | 1 | 2> {
  const program = new Command('sdk:generate')
    .description('Write the TypeScript types of the API contract, and the contract as JSON.')
    .option('--check', 'write nothing; exit 1 when the file is not what would be written')
    .option(
      '--from <file|URL>',
      'another document: a file, its URL, or the URL of a live target (with or without /api)',
    )
    .option('--to <file>', 'where to write; needed with --from')
    .allowExcessArguments(false)
    .addHelpText('after', examples)
    .configureOutput({ writeOut: say.out, writeErr: say.err })
    .exitOverride();

  try {
    return await written(program.parse(words, { from: 'user' }).opts<Wish>(), say);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof DocumentError) && !isFileError(error)) throw error;
    say.err(`${error.message}\n`);
    return 2;
  }
}

async function written({ check, ...wish }: Wish, say: Say): Promise<0 | 1> {
  let code: 0 | 1 = 0;
  for (const { target, content } of await wanted(wish)) {
    const shown = relative(process.cwd(), target);
    if (check === true) {
      if ((await verdict(content, target, shown, say)) === 1) code = 1;
    } else {
      await writeWhole(target, content);
      say.out(`Wrote ${shown}.\n`);
    }
  }
  return code;
}

/** The files that are to be there, each with what has to stand in it. */
async function wanted({ from, to }: Wish): Promise<{ target: string; content: string }[]> {
  const types = () => (from === undefined ? typesSource(ownSource, 'openapi.yaml') : typesSource(from));
  if (to !== undefined) return [{ target: resolve(to), content: await types() }];
  if (from !== undefined) {
    throw new DocumentError('--from needs --to FILE: the types of another document do not replace our own.');
  }
  const { text, where } = await readSource(ownSource);
  const json = `${JSON.stringify(await openApiDocument(text, where), null, 1)}\n`;
  return [
    { target: ownTypes, content: await types() },
    { target: fileURLToPath(contractUrl), content: json },
  ];
}

async function verdict(source: string, target: string, shown: string, say: Say): Promise<0 | 1> {
  const present = await readFile(target, 'utf8').catch(() => undefined);
  if (present === source) {
    say.out(`${shown} is what the contract says.\n`);
    return 0;
  }
  const fault = present === undefined ? 'is missing' : 'is not what the contract says';
  say.err(`${shown} ${fault}. Run \`pnpm sdk:generate\` with the same options and commit the result.\n`);
  return 1;
}

/** All of it or nothing: a reader never sees half a file, and a failed run leaves the old one. */
async function writeWhole(target: string, source: string): Promise<void> {
  const draft = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(draft, source);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
