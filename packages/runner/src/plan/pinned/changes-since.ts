import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationError } from '@uat/core';
import { changedOperations, parseOpenApiDocument } from '@uat/contract';
import type { Changes } from '@uat/plan';
import { execa } from 'execa';

export interface ChangesSinceOptions {
  /** Folder of the repository. */
  root: string;
  /** Matches a whole ticket id. */
  ticketPattern: RegExp;
  /** Path of the API contract in the repository. */
  contract: string | undefined;
}

/**
 * What changed in a repository since it branched off from `ref`, what is not committed included.
 * @throws UatError (configuration) for an unknown ref, or a clone that does not reach back to it.
 */
export async function changesSince(
  ref: string,
  { root, ticketPattern, contract }: ChangesSinceOptions,
): Promise<Changes> {
  const git = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await execa('git', args, { cwd: root, reject: false });
    return { failed: exitCode !== 0, stdout, stderr };
  };
  const known = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (known.failed)
    throw configurationError(
      `--since ${ref}: git knows no such commit here. Fetch it, in a pipeline with the whole history (fetch-depth: 0), or correct the name.`,
    );
  const base = await git('merge-base', known.stdout, 'HEAD');
  if (base.failed)
    throw configurationError(
      `--since ${ref}: this clone does not reach back to where it branched off. Fetch the whole history (git fetch --unshallow; fetch-depth: 0 in a pipeline).`,
    );
  const from = base.stdout;
  const listed = await Promise.all([
    git('diff', '--name-only', '--no-renames', '-z', from),
    git('ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  const files = listed.flatMap(({ stdout }) => stdout.split('\0').filter(Boolean));
  const { stdout: messages } = await git('log', '--format=%B', `${from}..HEAD`);
  const words = `${messages}\n${files.join('\n')}`.split(/[^\w-]+/);
  return {
    files: [...new Set(files)],
    tickets: [...new Set(words.filter((word) => ticketPattern.test(word)))],
    operations:
      contract === undefined || !files.includes(contract)
        ? []
        : await operationsBetween(
            (await git('show', `${from}:${contract}`)).stdout,
            fileText(path.join(root, contract)),
          ),
  };
}

/** The operations that changed; a contract that was not there before has only new ones. */
async function operationsBetween(before: string, after: string): Promise<string[]> {
  const documentOf = (text: string) => parseOpenApiDocument(text === '' ? nothing : text, 'the contract');
  return changedOperations(await documentOf(before), await documentOf(after));
}

const nothing = JSON.stringify({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} });

const fileText = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
