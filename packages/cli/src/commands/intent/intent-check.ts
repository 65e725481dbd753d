import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { configurationError, projectRoot, readText } from '@uat/core';
import { checkDocument, documentKinds } from '@uat/intent';
import { writeJson } from '../../terminal/write-json.ts';

/**
 * `uat intent check FILE|TICKET`: reports what is missing in documents. Exit code 0 without findings, 1 with findings.
 * @throws UatError (configuration) when there is no such file or ticket, or the file is not an intent document.
 */
export function intentCheck(which: string, options: { json?: string }): number {
  const files = documentsOf(which);
  const checked = files.map((file) => {
    const result = checkDocument(readText(file, 'document'));
    if (result === undefined) {
      const markers = documentKinds.map((kind) => `<!-- uat:${kind} -->`).join(', ');
      throw configurationError(
        `${file} is not an intent document: it does not begin with any of ${markers}.`,
      );
    }
    return { file, ...result };
  });
  if (options.json !== undefined) writeJson(options.json, { schemaVersion: 1, documents: checked });
  if (options.json !== '-') {
    for (const { file, findings } of checked) {
      process.stdout.write(`${findings.length === 0 ? '✓' : '✗'} ${file}\n`);
      for (const finding of findings) process.stdout.write(`    ${finding}\n`);
    }
  }
  return checked.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

function documentsOf(which: string): string[] {
  if (existsSync(which) && statSync(which).isFile()) return [which];
  const folder = path.join(projectRoot, 'intent', which);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  if (files.length === 0) {
    throw configurationError(
      `There is no file ${which}, and no document in intent/${which}. Start one with uat intent new.`,
    );
  }
  return files.map((name) => path.join(folder, name));
}
