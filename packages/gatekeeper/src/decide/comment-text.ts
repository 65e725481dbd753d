import type { Finding, GateResult } from '@uat/intent';

export interface CommentCase {
  readonly result: GateResult;
  /** Where the card was put back to, and who had moved it; undefined when it was left where it is. */
  readonly putBack: { readonly to: string; readonly movedBy: string } | undefined;
  /** Why the card stays although something is missing. */
  readonly held: string | undefined;
  /** Whether a draft of the design note was put on the ticket. */
  readonly hasDraft: boolean;
  readonly isDone: boolean;
  /** The override that holds now. */
  readonly override: { readonly who: string; readonly why: string; readonly until: string } | undefined;
  readonly deciders: readonly string[];
  /** Page of the gate about this ticket. */
  readonly page: string;
}

/** The gate's comment on a ticket, as Markdown: what happened, what is missing, how to mend it, what else can be done. */
export function commentText(asked: CommentCase): string {
  const { result, hasDraft, deciders, page } = asked;
  const failed = result.tree.children.filter(({ status }) => status === 'failed');
  const blocking = failed.filter(({ mode }) => mode === 'enforce');
  const advising = failed.filter(({ mode }) => mode === 'advise');
  const draft =
    hasDraft && failed.some(({ name }) => name.includes('design-note'))
      ? [
          'A draft of the design note is among the documents of this ticket. It counts once a person has edited it.',
        ]
      : [];
  return [
    heading(asked),
    ...list('**Missing**', blocking),
    ...list(blocking.length > 0 ? '**Would help, blocks nothing**' : '**Would help**', advising),
    ...draft,
    failed.length === 0
      ? ''
      : `The ticket is read again after every edit. Not right? \`/gate explain\` tells what was read, \`/gate recheck\` reads again; ${deciders.join(' or ')} may write \`/gate override <reason> until <day>\`.`,
    `[What the gate sees](${page})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heading({ result, putBack, held, isDone, override }: CommentCase): string {
  if (override !== undefined) {
    return `✅ **May start until the end of ${override.until}**: ${plain(override.who)} lifted the gate, because ${plain(override.why)}.`;
  }
  if (result.tree.status === 'skipped') return `✅ **May start**: ${plain(result.tree.reason)}.`;
  if (result.verdict === 'pass') {
    return '✅ **Ready: everything that the gate asks for is here.**';
  }
  if (isDone) return '📝 **Done, and not all of its Definition of Done is ticked.**';
  if (result.verdict === 'advise') return '✅ **May start.** Some things would help those who build it.';
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

/** Quotes of the ticket must not become markup of ours: no links, pictures, HTML or mentions. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_~[\]<>|]/g, String.raw`\$&`)
    .replaceAll(/\bhttps?:\/\//gi, (scheme) => `${scheme.slice(0, -3)}:\u200B//`)
    .replaceAll(/\b(www)(?=\.)/gi, '$1\u200B')
    .replaceAll('@', '@\u200B');
}
