import { readFileSync } from 'node:fs';
import { configurationError } from '@uat/core';

/** The content of a YAML file. */
export interface ParsedYaml {
  document: unknown;
  /** The line of a part of it, from 1. */
  lineOf: (place: readonly PropertyKey[]) => number;
}

/**
 * Reads a YAML file.
 * @throws UatError (configuration) when it cannot be read, or is not YAML.
 */
export async function parsedYaml(file: string): Promise<ParsedYaml> {
  // Imported here: most configs have no such file, and every run would pay for the parser.
  const { isNode, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  try {
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
    const [problem] = document.errors;
    if (problem !== undefined) throw problem;
    const lineOf = (place: readonly PropertyKey[]): number => {
      const node = place.length === 0 ? document.contents : document.getIn(place, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      return place.length === 0 ? 1 : lineOf(place.slice(0, -1));
    };
    return { document: document.toJS() as unknown, lineOf };
  } catch (error) {
    throw configurationError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** A line per mistake in a list of entries, each with its place in the file. */
export function problemLines(
  problems: readonly { path: readonly PropertyKey[]; message: string }[],
  lineOf: ParsedYaml['lineOf'],
): string {
  return problems
    .map(({ path: place, message }) => {
      const [index, field] = place;
      const entry = typeof index === 'number' ? `entry ${index + 1}` : 'expected a list of entries';
      return `  line ${lineOf(place)}, ${entry}${field === undefined ? '' : `, ${String(field)}`}: ${message}`;
    })
    .join('\n');
}
