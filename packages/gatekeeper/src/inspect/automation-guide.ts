import { configurationError } from '@uat/core';
import { createLinear, type Team } from '@uat/linear';
import { linearFrom, placesFrom } from '../settings.ts';

/** What is known of the workspace; without a token, nothing. */
export interface GuideFacts {
  /** Name of the label that the gatekeeper keeps on tickets that may start. */
  readonly label: string;
  readonly workspace: { readonly hasLabel: boolean; readonly teams: readonly Team[] } | undefined;
}

export interface GuideOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of the label, when it is not the one of the environment. */
  readonly label?: string | undefined;
  /** Key of the one team that is wanted; else all that the token can see. */
  readonly team?: string | undefined;
  readonly signal?: AbortSignal;
}

/**
 * What the guide is written from: without a token the label alone, unless a team is asked for.
 * @throws UatError (configuration) for a team that the token cannot see; LinearError
 */
export async function guideFacts({
  environment,
  team: key,
  signal,
  ...given
}: GuideOptions): Promise<GuideFacts> {
  const label = given.label ?? placesFrom(environment).okLabel ?? 'intent-ok';
  const hasToken = [environment['LINEAR_TOKEN'], environment['LINEAR_API_KEY']].some((token) => token);
  if (!hasToken && key === undefined) return { label, workspace: undefined };
  const linear = createLinear({ ...linearFrom(environment), signal });
  const teams = await linear.teams();
  const wanted = teams.filter((team) => key === undefined || team.key.toLowerCase() === key.toLowerCase());
  if (wanted.length === 0) {
    const seen = teams.map((team) => team.key).join(', ') || 'none';
    throw configurationError(`The token can see no team ${key ?? ''}. It can see: ${seen}.`);
  }
  const hasLabel = (await linear.labelId(label)) !== undefined;
  return { label, workspace: { hasLabel, teams: wanted } };
}

/** How an admin makes the automation of Linear's own that stands in for the gatekeeper, as plain text. Pure. */
export function automationGuide({ label, workspace }: GuideFacts): string {
  const teams = workspace?.teams.map((team) => teamLines(label, team)) ?? [teamLines(label)];
  return `An automation of Linear’s own, for the time when the gatekeeper is down

With GATE_LABEL=${label} the gatekeeper keeps the label “${label}” on tickets that may start. The automation
puts a card back that comes into work without that label.

1. ${workspace?.hasLabel === true ? `The label “${label}” is there.` : `Add the label “${label}” under Settings → Labels, for the whole workspace.`}
2. Start the gatekeeper with GATE_LABEL=${label}. Tickets in work get the label by uat gate backfill, the others when
   they change: let some days pass, or edit those that are to start soon.
3. As an admin, add an automation under the settings of each team:
${teams.map((lines) => `\n${lines.map((line) => `     ${line}\n`).join('')}`).join('')}
   To begin with, let it notify you instead, and see for some days whom it would have stopped.
4. Try it while the gatekeeper is stopped: a ticket without the label goes back, one with it stays.

What it cannot do
  - It is no veto: the card is in work for a moment, and people see it move twice.
  - It reads no text. While the gatekeeper is down, a ticket that is filled in gets no label, and one that is emptied
    keeps it; a person has to add the label, or take it away.
  - It knows no grace period. Also while the gatekeeper runs, it acts first: a card goes back without the comment that
    says what is missing.
  - It puts every card back to the same state, not to the one that it came from.
  - A ticket that is filled in and moved within seconds goes back once, because the label comes a moment later.
  - A card that the gatekeeper leaves in work although it is not ready has no label, and goes back when it moves on from
    one state of work to the next.

This is derived from Linear’s public schema (WorkflowDefinition: triggerType issue, trigger entityCreatedOrUpdated,
activationMode watchedPropertyChanged), and was not tried against Linear: its settings may call things
differently. That schema has no call that makes an automation, so no command can do it for you.
`;
}

function teamLines(label: string, team?: Team): string[] {
  // Linear promises no order of states.
  const named = (types: readonly string[]) =>
    (team?.states ?? [])
      .filter(({ type }) => types.includes(type))
      .map(({ name }) => `“${name}”`)
      .toSorted();
  const started = named(['started']);
  const [
    back = team === undefined ? 'the first state before work' : 'a state before work, which it lacks yet',
  ] = ['unstarted', 'backlog', 'triage'].flatMap((type) => named([type]));
  return [
    `team       ${team === undefined ? 'each that takes part' : `${team.key}, ${team.name}`}`,
    'trigger    the status of an issue changes, also by being created (not its labels: one in work may lose them)',
    `condition  the new status is of type Started${started.length === 0 ? '' : `: ${started.join(', ')}`}`,
    `and        labels do not include “${label}”`,
    `action     set status to ${back}`,
  ];
}
