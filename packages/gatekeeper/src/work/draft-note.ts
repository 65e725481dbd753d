import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { designNoteStub, type OpenApiFacts, openApiFacts, readTicket } from '@uat/intent';
import type { IssueSnapshot } from '@uat/linear';
import { parse } from 'yaml';

/** Contracts larger than this are not read for a draft. */
const mostBytes = 5_000_000;

export interface DraftSources {
  /** The repository in which a linked contract is looked up. */
  readonly root: string;
  /** Template of a design note. */
  readonly template: string;
  /** Titles of the tests that cover a ticket. */
  readonly testsOf: (ticket: string) => readonly string[];
}

/**
 * Drafts a design note for an issue: from its text, the tests that cover it, and the OpenAPI document it links if that
 * is a file of this repository.
 */
export function draftNote(
  { identifier, title, description = '', attachments }: IssueSnapshot,
  { root, template, testsOf }: DraftSources,
): string {
  const beside = attachments.map(({ url }) => `- [contract](<${url}>)`).join('\n');
  const links = [...readTicket(description).contracts, ...readTicket(beside).contracts];
  const api = links.map(({ url }) => factsOf(url, root)).find((facts) => facts !== undefined);
  // Linear does not show the draft marker, which is an HTML comment.
  const visible = '> A draft, made from the ticket. It counts once a person has edited it.';
  const stub = designNoteStub(template, {
    ticket: identifier,
    title,
    description,
    api,
    tests: testsOf(identifier),
  });
  return `${visible}\n\n${stub}`;
}

function factsOf(link: string, root: string): OpenApiFacts | undefined {
  const relative = /\/(?:blob|tree|raw|src)\/[^/]+\/(.+?)(?:[?#].*)?$/.exec(link)?.[1] ?? link;
  try {
    const file = realpathSync(path.resolve(root, relative));
    // A link in a ticket must not lead out of the repository.
    if (!file.startsWith(realpathSync(root) + path.sep)) return undefined;
    const text = readFileSync(file, 'utf8');
    return text.length > mostBytes ? undefined : openApiFacts(parse(text, { maxAliasCount: 100 }));
  } catch {
    return undefined;
  }
}
