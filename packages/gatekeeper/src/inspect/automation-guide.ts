import { configurationError } from '@uat/core';
import { createLinear, type Team } from '@uat/linear';
import { linearFrom, placesFrom } from '../settings.ts';

/** What is known about the workspace; without a token, nothing. */
export interface GuideFacts {
  /** Name of the label that the gatekeeper maintains on tickets that may start. */
  readonly label: string;
  readonly workspace: { readonly hasLabel: boolean; readonly teams: readonly Team[] } | undefined;
}

export interface GuideOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of the label, to override the one from the environment. */
  readonly label?: string | undefined;
  /** Key of a single team; by default, all teams that the token can see. */
  readonly team?: string | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Collects the facts for the guide: without a token the label alone, unless a team is requested.
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
    throw configurationError(
      `The token cannot see ${key === undefined ? 'any team' : `a team ${key}`}. It can see: ${seen}.`,
    );
  }
  const hasLabel = (await linear.labelId(label)) !== undefined;
  return { label, workspace: { hasLabel, teams: wanted } };
}

/**
 * Explains to an admin how to set up Linear's native automation as a fallback for the gatekeeper, as plain text. Pure.
 */
export function automationGuide({ label, workspace }: GuideFacts): string {
  const teams = workspace?.teams.map((team) => teamLines(label, team)) ?? [teamLines(label)];
  return `A native Linear automation, for when the gatekeeper is down

With GATE_LABEL=${label} the gatekeeper keeps the label “${label}” on tickets that may start. The automation
puts back a card that enters work without that label.

1. ${workspace?.hasLabel === true ? `The label “${label}” exists.` : `Add the label “${label}” under Settings → Labels, for the whole workspace.`}
2. Start the gatekeeper with GATE_LABEL=${label}. uat gate backfill labels the tickets in work, the others get the label when
   they change: wait a few days, or edit the ones that start soon.
3. As an admin, add an automation under the settings of each team:
${teams.map((lines) => `\n${lines.map((line) => `     ${line}\n`).join('')}`).join('')}
   To begin with, let it notify you instead, and watch for a few days whom it would have stopped.
4. Try it while the gatekeeper is stopped: a ticket without the label goes back, one with it stays.

Limits
  - It is not a veto: the card is in work for a moment, and people see it move twice.
  - It does not read the text. While the gatekeeper is down, a completed ticket gets no label, and an emptied one
    keeps it; a person has to add or remove the label.
  - It has no grace period. Even while the gatekeeper runs, it acts first: a card goes back without the comment that
    says what is missing.
  - It puts every card back to the same state, not to the one it came from.
  - A ticket that is filled in and moved within seconds goes back once, because the label comes a moment later.
  - A card that the gatekeeper leaves in work although it is not ready has no label, and goes back when it moves on from
    one state of work to the next.

This is derived from Linear’s public schema (WorkflowDefinition: triggerType issue, trigger entityCreatedOrUpdated,
activationMode watchedPropertyChanged), and has not been tried against Linear: its settings may name things
differently. The schema has no call that creates an automation, so no command can do it for you.
`;
}

function teamLines(label: string, team?: Team): string[] {
  // Linear does not promise an order of states.
  const named = (types: readonly string[]) =>
    (team?.states ?? [])
      .filter(({ type }) => types.includes(type))
      .map(({ name }) => `“${name}”`)
      .toSorted();
  const started = named(['started']);
  const [
    back = team === undefined
      ? 'the first state before work'
      : 'a state before work, which it does not have yet',
  ] = ['unstarted', 'backlog', 'triage'].flatMap((type) => named([type]));
  return [
    `team       ${team === undefined ? 'each participating team' : `${team.key}, ${team.name}`}`,
    'trigger    the status of an issue changes or it is created (not its labels: an issue in work may lose them)',
    `condition  the new status is of type Started${started.length === 0 ? '' : `: ${started.join(', ')}`}`,
    `and        labels do not include “${label}”`,
    `action     set status to ${back}`,
  ];
}
