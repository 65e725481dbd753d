import path from 'node:path';
import { infrastructureError, jsonText, writeFileAtomic } from '@uat/core';
import type { RunState, Verdict } from '@uat/record';
import { junitXml } from './junit-xml.ts';
import { summaryMarkdown } from './summary-markdown.ts';

/**
 * Writes `verdict.json`, `summary.md` and `junit.xml` into a run's folder, each atomically.
 * @throws UatError (infrastructure) when they cannot be written.
 */
export function writeVerdict(runFolder: string, state: RunState, verdict: Verdict): void {
  const write = (name: string, text: string) => writeFileAtomic(path.join(runFolder, name), text);
  try {
    write('summary.md', summaryMarkdown(verdict));
    write('junit.xml', junitXml(state, verdict));
    write('verdict.json', `${jsonText(verdict, 2)}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw infrastructureError(
      `The verdict (${verdict.kind}) cannot be written to ${runFolder} (${code ?? String(error)}). Make room or name another folder with --out.`,
      { cause: error },
    );
  }
}
