import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError } from '@uat/config';
import { redact, redactedPath } from './redaction/index.ts';

export interface PublishEvidenceOptions {
  /** Where the reporters wrote; private. */
  from: string;
  /** The run's folder. */
  to: string;
  secrets: readonly string[];
}

/**
 * Moves what reporters wrote into the run's folder; what is text is redacted on the way, and so are names of files.
 * Pictures, films and `trace.zip` are copied as they are: nothing of ours can read them, so traces must not leave this machine.
 * @throws UatError (infrastructure) when the run's folder cannot be written.
 */
export function publishEvidence({ from, to, secrets }: PublishEvidenceOptions): void {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  try {
    for (const entry of files) {
      const source = path.join(entry.parentPath, entry.name);
      const target = path.join(to, redactedPath(path.relative(from, source), secrets));
      mkdirSync(path.dirname(target), { recursive: true });
      const content = readFileSync(source);
      if (isSealed(content)) copyFileSync(source, target);
      else writeFileSync(target, textFor(target, redact(content.toString('utf8'), secrets)));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw infrastructureError(
      `Results cannot be written to ${to} (${code}). Make room or name another folder with --out.`,
      { cause: error },
    );
  }
}

/** Playwright leaves two characters in its XML that XML has no place for, and readers refuse the whole file. */
function textFor(file: string, text: string): string {
  return path.extname(file) === '.xml' ? text.replaceAll(/[\ufffe\uffff]/g, '') : text;
}

/** How the files begin that are copied as they are: PNG, JPEG, ZIP, WebM. */
const seals = ['89504e47', 'ffd8ff', '504b0304', '1a45dfa3'];

function isSealed(content: Buffer): boolean {
  const beginning = content.toString('hex', 0, 4);
  return seals.some((seal) => beginning.startsWith(seal));
}
