import type { OwnersFile } from '@uat/intent';
import type { Member, Team, TransportReport, Viewer } from '@uat/linear';
import { membersNamed } from '../decide/owners-of-issue.ts';
import { failed, type GateCheck, missing, ok } from './gate-check.ts';

/** Who the gate acts as. */
export function checkViewer({ name, app, organization }: Viewer): GateCheck {
  const who = `${name}, ${app ? 'an app' : 'a person'}, in the workspace ${organization.name}`;
  if (app) return ok('token', who);
  const todo = `use the token of an app: what the gate does with this one cannot be told from what ${name} does`;
  return missing('token', who, todo);
}

/** What the token may do, as far as it can be known without writing anything. */
export function checkScopes(): GateCheck {
  return missing(
    'scopes',
    'reading works; Linear tells no token what it may write',
    'compare with docs/linear.md: write, comments:create, issues:create',
  );
}

/** Whether the gate can put cards back: each team needs a state before work. */
export function checkTeams(teams: readonly Team[]): GateCheck {
  if (teams.length === 0) {
    return failed('teams', 'the token can see no team', 'give it access to the teams that take part');
  }
  const without = teams.filter(({ states }) => !states.some(({ type }) => beforeWork.has(type)));
  const seen = teams.map(({ key }) => key).join(', ');
  if (without.length === 0) return ok('teams', `${seen}, each with a state before work`);
  const lacking = without.map(({ key }) => key).join(', ');
  return missing(
    'teams',
    `${seen}; ${lacking} without a state before work`,
    `add a backlog or unstarted state: cards of ${lacking} are commented on and not put back`,
  );
}

const beforeWork = new Set(['unstarted', 'backlog', 'triage']);

/** Whether the label that the gate is to keep is there. */
export function checkLabel(name: string | undefined, id: string | undefined): GateCheck {
  if (name === undefined) {
    const todo = 'set it only for an automation of Linear’s own (uat gate automation)';
    return missing('label', 'GATE_LABEL is not set', todo);
  }
  if (id !== undefined) return ok('label', name);
  return failed('label', `there is no label “${name}”`, 'add it in Linear, or take GATE_LABEL away');
}

/** Which people of owners.yaml the gate can mention, and take commands from. */
export function checkPeople({ people, teams }: OwnersFile, members: readonly Member[]): GateCheck[] {
  const fitting = people.map((name) => ({ name, fits: membersNamed(name, members) }));
  const problems = fitting.flatMap(({ name, fits }) => {
    if (fits.length === 1) return [];
    if (fits.length === 0) return [`${name} fits no member`];
    return [`${name} fits ${fits.map((member) => member.name).join(' and ')}`];
  });
  const todo =
    'write names as Linear has them into owners.yaml: who is not found is not mentioned, and their commands are refused';
  return [
    problems.length > 0
      ? missing('people', problems.join('; '), todo)
      : ok('people', fitting.map(({ name, fits }) => `${name} is ${fits[0]?.name ?? ''}`).join(', ')),
    ok('owning teams', `${teams.join(', ')}: named in comments, as a team cannot be mentioned`),
  ];
}

/** What is left of this hour's requests. */
export function checkBudget({ requests, complexity }: TransportReport): GateCheck {
  const check = 'budget';
  if (requests === undefined || complexity === undefined) {
    return missing(check, 'Linear gave no figures', 'nothing: the gate goes on without them');
  }
  const count = (value: number) => value.toLocaleString('en');
  const left = [
    `${count(requests.remaining)} of ${count(requests.limit)} requests`,
    `${count(complexity.remaining)} of ${count(complexity.limit)} points`,
  ].join(' and ');
  const isLow = [requests, complexity].some(({ remaining, limit }) => remaining < limit / 5);
  if (!isLow) return ok(check, `${left} are left`);
  const until = new Date(Math.max(requests.resetAt, complexity.resetAt)).toISOString().slice(11, 16);
  return missing(check, `${left} are left`, `nothing: until ${until} UTC only essential calls are made`);
}
