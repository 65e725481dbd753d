import type { Link } from '../../markdown/link.ts';
import { contractPaths, judgeContract } from './judge-contract.ts';
import { judgeMock, type LinkJudgement, type Surroundings } from './judge-mock.ts';
import type { OutlinedLine } from '../outline/outlined-line.ts';
import { locationOf } from '../outline/location-of.ts';
import { quote } from '../sentences/quote.ts';
import { sentenceAround } from '../sentences/sentence-around.ts';
import type { Candidate, Field, IntentLink } from '../ticket-fields.ts';
import { versionInUrl, versionsIn } from './versions.ts';
import { whyNotConcrete } from '../sentences/why-not-concrete.ts';

interface LinkKind {
  meaning: 'mock_link' | 'contract_link';
  lookedFor: string;
  judge: (link: Link, around: Surroundings) => LinkJudgement;
  paths: (text: string) => string[];
}

const picturePaths = (text: string) =>
  text
    .split(/[\s`"'“”()<>|,;、。]+/)
    .filter((word) => /^[\w./-]{3,200}\.(?:png|jpe?g|svg|webp|pdf|fig|sketch|excalidraw)$/i.test(word));

const mocks: LinkKind = {
  meaning: 'mock_link',
  lookedFor:
    'links to files of design tools (Figma, Whimsical, Excalidraw, Penpot, …), images that are called mocks, and links, images and paths under a label such as “Mock”, “Design” or “Wireframe”',
  judge: judgeMock,
  paths: picturePaths,
};

const contracts: LinkKind = {
  meaning: 'contract_link',
  lookedFor:
    'links and repository paths that name a contract file (openapi.yaml, .proto, .graphql, asyncapi, contracts/…), and links under a label such as “Contract” or “Spec”',
  judge: judgeContract,
  paths: contractPaths,
};

/** Fields whose label also covers others: text under it is a design note, and an image a mock. */
const proposedDesign = /^\W*proposed design\W*$/i;

export interface FoundLinks {
  field: Field;
  links: IntentLink[];
}

/** Finds mocks: links to, or embedded images of, this change's design. */
export const readMocks = (placed: readonly OutlinedLine[]): FoundLinks => readLinks(placed, mocks);

/** Finds contracts: URLs or repository paths that name the file, even one still to be written. */
export const readContracts = (placed: readonly OutlinedLine[]): FoundLinks => readLinks(placed, contracts);

function readLinks(placed: readonly OutlinedLine[], kind: LinkKind): FoundLinks {
  const candidates: Candidate[] = [];
  const links: IntentLink[] = [];
  for (const one of placed) {
    if (one.line.kind === 'code') {
      continue;
    }
    const section = one.sections.find(
      ({ meaning }) => meaning !== undefined && meaning !== 'other' && meaning !== 'aside',
    );
    const labelled = section?.meaning === kind.meaning;
    const found = linksOf(one, kind);
    for (const link of found) {
      const verdict = kind.judge(link, {
        text: sentenceAround(one.line.text, link, found.length),
        labelled: labelled || (link.kind === 'image' && proposedDesign.test(section?.title ?? '')),
        title: labelled ? section?.title : one.sections[0]?.title,
        elsewhere: one.sections.some(({ meaning }) => meaning === 'elsewhere'),
      });
      if (verdict === undefined) continue;
      const open = link.kind === 'path' && verdict.counts ? whyOpen(one.text) : undefined;
      const { counts, why } = open === undefined ? verdict : { counts: false, why: open };
      candidates.push({ where: locationOf(one), line: one.line.number, quote: quote(link.url), counts, why });
      if (counts) {
        const version = versionInUrl(link.url) ?? versionNear(one);
        links.push({ url: link.url, line: one.line.number, version });
      }
    }
    if (
      labelled &&
      found.length === 0 &&
      !one.isLabel &&
      one.text !== '' &&
      !candidates.some(({ counts }) => counts)
    ) {
      candidates.push({
        where: locationOf(one),
        line: one.line.number,
        quote: quote(one.text),
        counts: false,
        why:
          whyNotConcrete({ text: one.text, italic: one.line.italic }) ??
          `it is not a ${kind.meaning === 'mock_link' ? 'link or image' : 'URL or file path'}`,
      });
    }
  }
  return { field: { present: links.length > 0, lookedFor: kind.lookedFor, candidates }, links };
}

/** A file named in a line that is itself a placeholder: `TBD, Jo writes the openapi.yaml`. */
function whyOpen(text: string): string | undefined {
  const why = whyNotConcrete({ text: text.replace(/[\s,;:–—-].*$/s, '') });
  return why === 'it is a placeholder' ||
    why === 'it is still to be written' ||
    why === 'it says that there is none'
    ? why
    : undefined;
}

/** Links whose text or URL is in this part of the line, and paths written as text. */
function linksOf(one: OutlinedLine, kind: LinkKind): Link[] {
  const { line, text } = one;
  const whole = text === '' || line.text === text || line.cells.length > 0 || line.kind === 'heading';
  const own = line.links.filter(
    (link) => whole || link.text === '' || text.includes(link.text) || text.includes(link.url),
  );
  const paths = kind.paths(line.cells.length > 0 && text === '' ? line.text : text);
  const known = new Set(own.flatMap(({ url, text: shown }) => [url, shown]));
  return [
    ...own,
    ...paths.filter((path) => !known.has(path)).map((url): Link => ({ url, text: '', kind: 'path' })),
  ];
}

function versionNear({ line, text }: OutlinedLine): string | undefined {
  const words = (
    line.cells.length > 0 ? line.cells.map((cell) => cell.text).join(' ') : text === '' ? line.text : text
  ).replaceAll(/https?:\/\/\S+/g, ' ');
  return versionsIn(words)[0];
}
