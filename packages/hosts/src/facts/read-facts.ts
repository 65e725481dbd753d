import { readFileSync } from 'node:fs';
import { infrastructureError } from '@uat/core';
import type { Run } from '../command/run-command.ts';
import type { HostFacts } from './host-facts.ts';
import { parseFacts } from './parse-facts.ts';

const script = readFileSync(new URL('facts.sh', import.meta.url), 'utf8');

/** Reads the facts of a host with one command. */
export async function readFacts(run: Run): Promise<HostFacts> {
  const { code, stdout, stderr } = await run(['sh', '-c', script]);
  if (stdout.length === 0)
    throw infrastructureError(`The facts of the host could not be read (${code}): ${stderr.trim()}`);
  return parseFacts(stdout.toString());
}
