import type { Line } from '../markdown/line.ts';
import { readLines } from '../markdown/read-lines.ts';
import { folded } from '../ticket/outline/label-of.ts';
import { draftMarker } from '../ticket/read-design-note.ts';
import { whyNotConcrete } from '../ticket/sentences/why-not-concrete.ts';

export const documentKinds = ['prd', 'mock', 'design-note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The required sections of each kind of document, by title. */
const sections: Record<DocumentKind, readonly string[]> = {
  prd: ['Problem', 'User', 'Workflow', 'Success criteria', 'Non-goals', 'Risks'],
  mock: ['Screen', 'Journey'],
  'design-note': [
    'Approach',
    'API and interface impacts',
    'Data-model impacts',
    'Security',
    'Non-functional requirements',
    'Rollout plan',
  ],
};

export interface CheckedDocument {
  kind: DocumentKind;
  /** Findings as sentences; none when the document is complete. */
  findings: string[];
}

/** Checks whether a document made from a template is complete; undefined for any other document. */
export function checkDocument(text: string): CheckedDocument | undefined {
  const { lines, comments } = readLines(text);
  const kind = documentKinds.find((one) => comments.some((comment) => comment.text.trim() === `uat:${one}`));
  if (kind === undefined) return undefined;

  const findings = comments.some((comment) => comment.text.includes(draftMarker))
    ? [`It is still a draft: edit it, and remove the line with “${draftMarker}”.`]
    : [];
  for (const title of sections[kind]) {
    const from = lines.findIndex((line) => line.kind === 'heading' && folded(line.text) === folded(title));
    if (from === -1) {
      findings.push(`The section “${title}” is missing.`);
      continue;
    }
    const level = lines[from]?.level ?? 2;
    const after = lines.findIndex((line, at) => at > from && line.kind === 'heading' && line.level <= level);
    const inside = lines.slice(from + 1, after === -1 ? undefined : after);
    const needsLink = title === 'Screen';
    const needsNumber = title === 'Success criteria';
    const written = inside.filter((line) => isWritten(line));
    if (written.length === 0) findings.push(`The section “${title}” is not written yet.`);
    else if (needsLink && !inside.some((line) => line.links.length > 0)) {
      findings.push(`The section “${title}” has no link and no image.`);
    } else if (needsNumber && !written.some((line) => /\d/.test(line.text))) {
      findings.push(`The section “${title}” has no target number.`);
    }
  }
  return { kind, findings };
}

/** Templates ask in italics; people answer in upright text. */
function isWritten({ text, italic, links }: Line): boolean {
  const why = whyNotConcrete({ text, italic, links });
  return !italic && (why === undefined || why === 'it is only a link');
}
