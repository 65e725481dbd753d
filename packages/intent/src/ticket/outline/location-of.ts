import type { OutlinedLine } from './outlined-line.ts';

/** Formats a location: `section “Acceptance criteria”, line 12`. */
export function locationOf({ line, sections }: OutlinedLine): string {
  const section = sections[0];
  return section === undefined
    ? `line ${line.number}`
    : `section “${section.title.replace(/[:：]\s*$/, '').slice(0, 60)}”, line ${line.number}`;
}
