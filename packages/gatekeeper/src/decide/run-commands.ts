import { explain, type GateResult } from '@uat/intent';
import type { IssueSnapshot, Member } from '@uat/linear';
import { commandIn } from './command.ts';
import type { EffectOf } from './effect.ts';
import type { Memory } from './memory.ts';
import { deterministicId } from './deterministic-id.ts';
import { type IssueOwners, memberNamed } from './owners-of-issue.ts';
import { plain } from './comment-text.ts';

export interface CommandInput {
  readonly issue: IssueSnapshot;
  readonly memory: Memory;
  readonly now: number;
  readonly selfId: string;
  readonly owners: IssueOwners;
  readonly members: readonly Member[];
  /** Digest of the mocks and contracts that are linked now. */
  readonly links: string;
}

/** The effects of the commands on an issue. Answers that depend on the verdict are built once it is known. */
export interface CommandEffects {
  readonly memory: Memory;
  readonly effects: EffectOf<'reply' | 'log'>[];
  /** Answers to `recheck` and `explain`. */
  readonly answers: ((result: GateResult) => EffectOf<'reply'>)[];
}

const help = [
  '* `/gate recheck` reads the ticket again',
  '* `/gate explain` shows what was read, and what each rule makes of it',
  '* `/gate override <reason> until <day>` lets the ticket pass until the end of that day (deciders)',
  '* `/gate revoke` withdraws the override (deciders)',
  '* `/decide <option> because <rationale>` records a decision; `/decide approve because …` stands for the sign-off (deciders)',
].join('\n');

/**
 * Carries out each new command once, in the order in which they were written. Commands by bots and apps are ignored.
 */
export function runCommands({
  issue,
  memory,
  now,
  selfId,
  owners,
  members,
  links,
}: CommandInput): CommandEffects {
  const effects: EffectOf<'reply' | 'log'>[] = [];
  const answers: CommandEffects['answers'] = [];
  const today = new Date(now).toISOString().slice(0, 10);
  const mayDecide = new Set(owners.deciders.flatMap((name) => memberNamed(name, members)?.id ?? []));
  const commands = [...memory.commands];
  let overrides = [...memory.overrides];
  const decisions = [...memory.decisions];
  for (const { id, body, by, parentId } of issue.comments.toReversed()) {
    if (by.kind !== 'person' || isOwn(id) || commands.includes(id)) continue;
    const command = commandIn(body, today);
    if (command === undefined) continue;
    commands.push(id);
    const reply = (text: string): EffectOf<'reply'> => ({
      kind: 'reply',
      id: deterministicId(issue.id, 'answer', id),
      // Linear's comment threads are one level deep.
      parentId: parentId ?? id,
      body: text,
      subscriberIds: [],
    });
    const needsDecider =
      command.kind === 'override' || command.kind === 'revoke' || command.kind === 'decide';
    if (needsDecider && !mayDecide.has(by.id)) {
      effects.push(
        reply(`Only ${owners.deciders.join(' and ')} can do that for this ticket. Nothing was changed.`),
      );
      continue;
    }
    switch (command.kind) {
      case 'recheck':
        answers.push(({ verdict, reasons }) =>
          reply([`Verdict: **${verdict}**.`, ...reasons.map((reason) => `* ${plain(reason)}`)].join('\n')),
        );
        break;
      case 'explain':
        answers.push((result) => reply(fenced(explain(result))));
        break;
      case 'help':
        effects.push(reply(help));
        break;
      case 'unclear':
        effects.push(reply(`${command.problem} Nothing was changed.`));
        break;
      case 'revoke':
        effects.push(
          reply(overrides.length === 0 ? 'There is no override to revoke.' : 'The override is revoked.'),
        );
        overrides = [];
        break;
      case 'override': {
        const { why, until } = command;
        overrides.push({ id, who: by.name, why, until });
        effects.push(reply(`The gate lets this ticket pass until the end of ${until}: ${plain(why)}`));
        break;
      }
      case 'decide': {
        const { option, because } = command;
        decisions.push({ id, option, because, who: by.name, at: now, links });
        const words = `**${plain(option)}**, because ${plain(because)}`;
        effects.push(reply(`Recorded as the decision of ${plain(by.name)} on ${today}: ${words}`), {
          kind: 'log',
          teamId: issue.team.id,
          mark: `decision ${id}`,
          text: `* ${today} [${issue.identifier}](${issue.url}) ${plain(by.name)}: ${words} (decision ${id})`,
        });
      }
    }
  }
  return { memory: { ...memory, commands: commands.slice(-200), overrides, decisions }, effects, answers };

  /** With a personal API key, the gate's own comments carry a person's name. */
  function isOwn(commentId: string): boolean {
    const comment = issue.comments.find((one) => one.id === commentId);
    return (
      comment !== undefined &&
      comment.by.kind === 'person' &&
      comment.by.id === selfId &&
      !comment.body.trimStart().startsWith('/')
    );
  }
}

/** A code block around a text that may itself contain fences. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.trimEnd()}\n${fence}`;
}
