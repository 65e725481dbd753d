import type { Finding, GateResult } from '@uat/intent';

export interface CommentInput {
  readonly result: GateResult;
  /** Where the card was put back to and who had moved it; undefined when the card was not moved. */
  readonly putBack: { readonly to: string; readonly movedBy: string } | undefined;
  /** Why the card stays although something is missing. */
  readonly held: string | undefined;
  /** Whether a draft of the design note was added to the ticket. */
  readonly hasDraft: boolean;
  readonly isDone: boolean;
  /** The override in force. */
  readonly override: { readonly who: string; readonly why: string; readonly until: string } | undefined;
  readonly deciders: readonly string[];
  /** Address of the gate's page about this ticket. */
  readonly page: string;
}

/** The gate's comment on a ticket, as Markdown: what happened, what is missing, how to fix it, and the alternatives. */
export function commentText(asked: CommentInput): string {
  const { result, hasDraft, deciders, page } = asked;
  const failed = result.tree.children.filter(({ status }) => status === 'failed');
  const blocking = failed.filter(({ mode }) => mode === 'enforce');
  const advising = failed.filter(({ mode }) => mode === 'advise');
  const draft =
    hasDraft && failed.some(({ name }) => name.includes('design-note'))
      ? [
          'A draft of the design note is attached to this ticket as a document. It counts once a person has edited it.',
        ]
      : [];
  return [
    heading(asked),
    ...list('**Missing**', blocking),
    ...list(blocking.length > 0 ? '**Recommended, not blocking**' : '**Recommended**', advising),
    ...draft,
    failed.length === 0
      ? ''
      : `The ticket is read again after every edit. Not right? \`/gate explain\` shows what was read, \`/gate recheck\` reads again; ${deciders.join(' or ')} may write \`/gate override <reason> until <day>\`.`,
    `[What the gate sees](${page})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heading({ result, putBack, held, isDone, override }: CommentInput): string {
  if (override !== undefined) {
    return `✅ **May start until the end of ${override.until}**: ${plain(override.who)} lifted the gate, because ${plain(override.why)}.`;
  }
  if (result.tree.status === 'skipped') return `✅ **May start**: ${plain(result.tree.reason)}.`;
  if (result.verdict === 'pass') {
    return '✅ **Ready: everything that the gate requires is there.**';
  }
  if (isDone) return '📝 **Done, but not every item of its Definition of Done is ticked.**';
  if (result.verdict === 'advise')
    return '✅ **May start.** A few additions would help the people who build it.';
  if (held !== undefined) return `⛔ **Not ready to be worked on.** The card stays where it is: ${held}.`;
  if (putBack === undefined) return '⛔ **Not ready to be worked on.**';
  return `⛔ **Not ready to be worked on.** The card went back to **${plain(putBack.to)}**; it had been moved by ${plain(putBack.movedBy)}.`;
}

function list(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const items = findings.map(
    ({ name, reason, fix }) => `* **${name}**: ${plain(reason)}.${fix === undefined ? '' : ` ${fix}`}`,
  );
  return [`${title}\n\n${items.join('\n')}`];
}

/** Escapes text quoted from a ticket, so that it cannot add links, images, HTML or mentions to the comment. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_~[\]<>|]/g, String.raw`\$&`)
    .replaceAll(/\bhttps?:\/\//gi, (scheme) => `${scheme.slice(0, -3)}:\u200B//`)
    .replaceAll(/\b(www)(?=\.)/gi, '$1\u200B')
    .replaceAll('@', '@\u200B');
}
