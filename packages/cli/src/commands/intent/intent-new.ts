import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configurationError, infrastructureError, projectRoot, readText } from '@uat/core';
import { loadConfig } from '@uat/config';
import { designNoteStub, type DocumentKind, fillTemplate, openApiFacts } from '@uat/intent';
import { requestedAreas, listTests } from '@uat/runner';
import { parse } from 'yaml';
import type { StopSignals } from '../../terminal/stop-signals.ts';

export interface IntentNewOptions {
  ticket: string;
  title?: string;
  file?: string;
  contract?: string;
  out?: string;
  config?: string;
}

/**
 * `uat intent new KIND --ticket ID`: starts a document from its template; a design note is filled in from known facts.
 * @throws UatError (configuration) when the document exists: it is never overwritten.
 */
export async function intentNew(
  kind: DocumentKind,
  options: IntentNewOptions,
  stop: StopSignals,
): Promise<number> {
  const config = await loadConfig(options.config);
  const { ticket } = options;
  if (!config.tickets.pattern.test(ticket)) {
    throw configurationError(
      `'${ticket}' is not a ticket; the pattern in uat.config.ts is ${config.tickets.pattern.source}.`,
    );
  }
  const out = path.resolve(options.out ?? path.join(projectRoot, 'intent', ticket, `${kind}.md`));
  if (existsSync(out)) {
    throw configurationError(
      `${out} exists already, and is not overwritten. Edit it, or name another file with --out.`,
    );
  }
  const template = readText(path.join(projectRoot, 'packages/intent/templates', `${kind}.md`), 'template');
  const title = options.title ?? ticket;
  let text: string;
  try {
    text =
      kind === 'design-note'
        ? designNoteStub(template, {
            ticket,
            title,
            description: options.file === undefined ? '' : readText(options.file, 'ticket'),
            api: options.contract === undefined ? undefined : apiIn(options.contract),
            tests: await testsOf(ticket),
          })
        : fillTemplate(template, { ticket, title });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('The template asks'))
      throw configurationError(error.message);
    throw error;
  }
  try {
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, text, { flag: 'wx' });
  } catch (error) {
    throw infrastructureError(`${out} cannot be written: ${(error as Error).message}`, { cause: error });
  }
  process.stdout.write(`${path.relative(process.cwd(), out)}\n`);
  return 0;

  async function testsOf(id: string): Promise<string[]> {
    const tests = await listTests({
      root: projectRoot,
      config: options.config,
      selection: { projects: requestedAreas([], config) },
      stop: stop.signal,
    });
    return tests
      .filter(({ tickets }) => tickets.includes(id))
      .map(({ area, capability, title: promise }) => `${area} › ${capability} › ${promise}`);
  }
}

function apiIn(file: string) {
  let document: unknown;
  try {
    document = parse(readText(file, 'contract'));
  } catch (error) {
    throw configurationError(`The contract ${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const facts = openApiFacts(document);
  if (facts === undefined) throw configurationError(`${file} is not an OpenAPI document: it has no paths.`);
  return facts;
}
