import {
  type IntentLink,
  isDraftNote,
  readTicket,
  type SignOff,
  type Snapshot,
  type TicketFields,
} from '@uat/intent';
import type { IssueSnapshot } from '@uat/linear';
import { digest } from './digest.ts';
import type { Memory } from './memory.ts';

/** The policy's view of a ticket, from Linear's data and the gate's memory. */
export function snapshotOf(issue: IssueSnapshot, links: Links, memory: Memory, selfId: string): Snapshot {
  const signOff = signOffOf(memory, links);
  return {
    id: issue.identifier,
    title: issue.title,
    description: issue.description ?? '',
    labels: issue.labels.map(({ name }) => name),
    team: issue.team.key,
    ...(issue.project !== undefined && { project: issue.project.name }),
    ...(issue.projectMilestone !== undefined && { milestone: issue.projectMilestone.name }),
    ...authorOf(issue),
    ...(issue.startedAt !== undefined && { startedAt: issue.startedAt }),
    attached: {
      mocks: links.attachedMocks,
      contracts: links.attachedContracts,
      designNote: hasDesignNote(issue, memory, selfId),
      ...(signOff !== undefined && { signOff }),
    },
    overrides: memory.overrides.map(({ who, why, until }) => ({ who, why, until })),
  };
}

/** Mocks and contracts of an issue, both in its text and attached. */
export interface Links {
  /** All fields read from the text. */
  readonly fields: TicketFields;
  readonly mocks: readonly IntentLink[];
  readonly contracts: readonly IntentLink[];
  readonly attachedMocks: readonly IntentLink[];
  readonly attachedContracts: readonly IntentLink[];
  /** Digest of the links; a different digest needs a new sign-off. */
  readonly digest: string;
}

/** The links that count. Attachments are judged by the same parser as the text. */
export function linksOf(issue: IssueSnapshot, ownUrl: string): Links {
  const inText = readTicket(issue.description ?? '');
  const attachments = issue.attachments.filter(({ url }) => !url.startsWith(ownUrl));
  const beside =
    attachments.length === 0
      ? { mocks: [], contracts: [] }
      : readTicket(attachments.map(({ title, url }) => `- [${plain(title)}](<${url}>)`).join('\n'));
  const mocks = [...inText.mocks, ...beside.mocks];
  const contracts = [...inText.contracts, ...beside.contracts];
  const names = (links: readonly IntentLink[]) =>
    links.map(({ url, version }) => `${url} ${version ?? ''}`).toSorted();
  return {
    fields: inText,
    mocks,
    contracts,
    attachedMocks: beside.mocks,
    attachedContracts: beside.contracts,
    digest: digest([names(mocks), names(contracts)]),
  };
}

/** Square brackets in a title would end the link text early. */
const plain = (title: string) => title.replaceAll(/[[\]\n]/g, ' ');

/** A decision to approve counts as the sign-off until another decision is made or the links change. */
function signOffOf({ decisions }: Memory, { mocks, contracts, digest: linked }: Links): SignOff | undefined {
  const last = decisions.findLast(({ links }) => links === linked);
  if (last === undefined || !/^approved?$/i.test(last.option)) return undefined;
  const version = (links: readonly IntentLink[]) => links[0]?.version ?? 'as linked';
  return {
    by: last.who,
    mockVersion: version(mocks),
    contractVersion: version(contracts),
    quote: last.because,
    line: 0,
  };
}

function authorOf({ creator }: IssueSnapshot): Pick<Snapshot, 'author'> {
  if (creator.kind === 'unknown') return {};
  return { author: { name: creator.name ?? creator.id ?? 'a bot', isBot: creator.kind !== 'person' } };
}

const noteTitle = /design|note|tech|spec|rfc|adr|architect|entwurf|conception|diseño|設計/i;

/** A design note written by a person, or the gate's draft after a person has edited it. */
function hasDesignNote({ documents }: IssueSnapshot, { note }: Memory, selfId: string): boolean {
  return documents.some(({ id, title, content = '', isGone, creator, updatedBy }) => {
    if (isGone || content.trim() === '') return false;
    if (id === note?.id) return isOfPerson(updatedBy, selfId) && !isDraftNote(content, note.draft);
    return isOfPerson(creator, selfId) && noteTitle.test(title) && !isDraftNote(content);
  });
}

/** With a personal API key the gate writes under a person's name, so its own id does not count as a person. */
const isOfPerson = (actor: IssueSnapshot['creator'], selfId: string) =>
  actor.kind === 'person' && actor.id !== selfId;
