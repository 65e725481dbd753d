/** A command in a comment. */
export type Command =
  | { readonly kind: 'recheck' | 'explain' | 'revoke' | 'help' }
  | { readonly kind: 'override'; readonly why: string; readonly until: string }
  | { readonly kind: 'decide'; readonly option: string; readonly because: string }
  /** Looks like a command but cannot be understood; `problem` says what to write instead. */
  | { readonly kind: 'unclear'; readonly problem: string };

const overrideUsage = 'Write `/gate override <reason> until 2026-12-31`.';
const decideUsage = 'Write `/decide <option> because <rationale>`.';

/** The longest time for which a rule can be lifted. */
const mostDays = 90;

/**
 * Parses the command in a comment; undefined when the comment is not a command.
 * @param today `2026-12-01`, so that an override cannot end in the past
 */
export function commandIn(body: string, today: string): Command | undefined {
  const text = body.trim().replaceAll(/\s+/g, ' ').slice(0, 2_000);
  const decide = /^\/decide\b\s*(.*)$/i.exec(text);
  if (decide !== null) return decision(decide[1] ?? '');
  const gate = /^\/gate\b\s*(\S*)\s*(.*)$/i.exec(text);
  if (gate === null) return undefined;
  const [, word = '', rest = ''] = gate;
  switch (word.toLowerCase()) {
    case 'recheck':
    case 'explain':
    case 'revoke':
    case 'help':
      return { kind: word.toLowerCase() as 'recheck' };
    case 'override':
      return override(rest, today);
    default:
      return {
        kind: 'unclear',
        problem: `There is no \`/gate ${word.slice(0, 40).replaceAll('`', '')}\`. Available commands: recheck, explain, override, revoke and help.`,
      };
  }
}

function override(text: string, today: string): Command {
  const parts = /^(.*?)\s+until\s+(\d{4}-\d{2}-\d{2})[.!]?$/i.exec(text);
  const [, why = '', until = ''] = parts ?? [];
  if (parts === null || why.length < 10) {
    return {
      kind: 'unclear',
      problem: `An override needs a reason of a few words and an end date. ${overrideUsage}`,
    };
  }
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000;
  if (Number.isNaN(days) || new Date(until).toISOString().slice(0, 10) !== until) {
    return { kind: 'unclear', problem: `${until} is not a valid date. ${overrideUsage}` };
  }
  if (days < 0) return { kind: 'unclear', problem: `${until} is in the past. ${overrideUsage}` };
  if (days > mostDays) {
    return { kind: 'unclear', problem: `An override can last at most ${mostDays} days. ${overrideUsage}` };
  }
  return { kind: 'override', why, until };
}

function decision(text: string): Command {
  const parts = /^(.+?)\s+because\s+(.+)$/i.exec(text);
  const [, option = '', because = ''] = parts ?? [];
  if (parts === null || because.length < 3) {
    return { kind: 'unclear', problem: `A decision needs an option and a rationale. ${decideUsage}` };
  }
  return { kind: 'decide', option, because };
}
