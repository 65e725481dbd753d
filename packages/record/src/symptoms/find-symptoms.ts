import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Symptom, textPattern } from '@uat/config';
import type { RunState } from '../fold.ts';
import type { Attempt } from '../schema.ts';
import { type FoundSymptoms, noSymptoms } from './found-symptoms.ts';

/** Bytes that are read of a file, its end: what went wrong stands there. */
const mostBytes = 256 * 1024;

/** Files of text among the attachments and journals. */
const isText = (file: string) => /\.(?:txt|log|json|ndjson|md|ya?ml|xml|html?|out|err)$/i.test(file);

/**
 * Finds symptoms in the folder of a run: in the errors and attached logs of each failed attempt, and in the errors and
 * journals of the run. Only the last 256 KiB of a file are searched.
 */
export async function findSymptoms(
  folder: string,
  { attempts, diagnostics }: Pick<RunState, 'attempts' | 'diagnostics'>,
  symptoms: readonly Symptom[],
): Promise<FoundSymptoms> {
  if (symptoms.length === 0) return noSymptoms;
  const patterns = await Promise.all(
    symptoms.map(async (symptom) => ({ symptom, matches: await textPattern(symptom.pattern) })),
  );
  const foundIn = (texts: Record<NonNullable<Symptom['in']>[number], readonly string[]>) =>
    patterns.flatMap(({ symptom, matches }) =>
      (symptom.in ?? (['errors', 'logs', 'journals'] as const)).some((place) => texts[place].some(matches))
        ? [symptom]
        : [],
    );
  const failed = [...attempts].flatMap(([id, tries]) => {
    const failures = tries.filter(({ error }) => error !== undefined);
    return failures.length === 0 ? [] : [{ id, failures }];
  });
  return {
    byTest: new Map(
      failed.map(({ id, failures }) => {
        const logs = failures.flatMap(({ attachments }) => attachments).filter(isText);
        const texts = logs.map((file) => endOf(folder, file));
        return [id, foundIn({ errors: failures.map(errorText), logs: texts, journals: [] })];
      }),
    ),
    ofRun: foundIn({
      errors: diagnostics.map(({ message }) => message),
      logs: [],
      journals: journalsIn(folder).map((file) => endOf(folder, file)),
    }),
  };
}

const errorText = ({ error }: Attempt) => `${error?.message ?? ''}\n${error?.stack ?? ''}`;

/** The logs and journals in a run's folder, the record aside. */
function journalsIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => /\.(?:log|ndjson)$/.test(file) && file !== 'events.ndjson');
}

/** The end of a file in a run's folder; empty for one that is not there, or lies elsewhere. */
function endOf(folder: string, name: string): string {
  const file = path.resolve(folder, name);
  if (!file.startsWith(`${path.resolve(folder)}${path.sep}`)) return '';
  try {
    const { size } = statSync(file);
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    const opened = openSync(file, 'r');
    try {
      const read = readSync(opened, bytes, 0, bytes.length, size - bytes.length);
      return bytes.toString('utf8', 0, read);
    } finally {
      closeSync(opened);
    }
  } catch {
    // The attachment was left out, or removed since.
    return '';
  }
}
