import { shellQuoted } from '@uat/core';
import type { PlannedTest } from './planned-test.ts';
import type { RunRequest } from './run-request.ts';

/** The shell command that runs one test again on the same target and package. */
export function rerunCommand(test: Pick<PlannedTest, 'area' | 'title'>, request: RunRequest): string {
  const { target, grants = [], ca, config, lane = 'local', faults = [] } = request;
  const { artifact, previous, profile, driver } = request;
  const about = Object.entries({ artifact, previous, profile, driver });
  const words = [
    'pnpm uat',
    test.area,
    ...(target === undefined ? [] : ['--target', shellQuoted(target)]),
    ...(grants.length === 0 ? [] : ['--grant', shellQuoted(grants.join(','))]),
    ...(ca === undefined ? [] : ['--ca', shellQuoted(ca)]),
    ...(config === undefined ? [] : ['--config', shellQuoted(config)]),
    ...(lane === 'local' ? [] : ['--lane', lane]),
    ...(faults.length === 0 ? [] : ['--fault', faults.join(',')]),
    ...about.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, shellQuoted(value)])),
    '--grep',
    shellQuoted(expressionFor(test.title)),
  ];
  return words.join(' ');
}

/**
 * A regular expression for a title, on one line and safe to pass through a summary, a clipboard or an argument: control
 * characters, unusual or repeated blanks and lone surrogates are escaped.
 */
function expressionFor(title: string): string {
  return (
    title
      .replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
      .replaceAll(/ {2,}/g, ({ length }) => ` {${length}}`)
      .replaceAll(/^ | $|[^\S ]|[\p{Cc}\p{Cf}\p{Cs}]/gu, escaped)
      // Playwright reads text between slashes as an expression with flags.
      .replace(/^\//, String.raw`\/`)
  );
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => String.raw`\u${unit.toString(16).padStart(4, '0')}`).join('');
}
