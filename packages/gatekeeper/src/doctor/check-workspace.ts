import type { OwnersFile } from '@uat/intent';
import type { Member, Team, TransportReport, Viewer } from '@uat/linear';
import { membersNamed } from '../decide/owners-of-issue.ts';
import { failed, type GateCheck, missing, ok } from './gate-check.ts';

/** Reports which account the gate acts as. */
export function checkViewer({ name, app, organization }: Viewer): GateCheck {
  const who = `${name}, ${app ? 'an app' : 'a person'}, in the workspace ${organization.name}`;
  if (app) return ok('token', who);
  const todo = `use the token of an app: with this one, the gate’s actions cannot be told from those of ${name}`;
  return missing('token', who, todo);
}

/** Reports what the token may do, as far as that can be known without writing anything. */
export function checkScopes(): GateCheck {
  return missing(
    'scopes',
    'reading works; Linear does not reveal what a token may write',
    'compare with docs/linear.md: write, comments:create, issues:create',
  );
}

/** Checks whether the gate can put cards back: each team needs a state before work. */
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
    `add a backlog or unstarted state: cards of ${lacking} get a comment but are not put back`,
  );
}

const beforeWork = new Set(['unstarted', 'backlog', 'triage']);

/** Checks whether the label that the gate maintains exists. */
export function checkLabel(name: string | undefined, id: string | undefined): GateCheck {
  if (name === undefined) {
    const todo = 'only needed for Linear’s native automation (uat gate automation)';
    return missing('label', 'GATE_LABEL is not set', todo);
  }
  if (id !== undefined) return ok('label', name);
  return failed('label', `there is no label “${name}”`, 'add it in Linear, or unset GATE_LABEL');
}

/** Reports which people in owners.yaml the gate can mention and take commands from. */
export function checkPeople({ people, teams }: OwnersFile, members: readonly Member[]): GateCheck[] {
  const fitting = people.map((name) => ({ name, fits: membersNamed(name, members) }));
  const problems = fitting.flatMap(({ name, fits }) => {
    if (fits.length === 1) return [];
    if (fits.length === 0) return [`${name} matches no member`];
    return [`${name} fits ${fits.map((member) => member.name).join(' and ')}`];
  });
  const todo =
    'use the names from Linear in owners.yaml: people who are not found are not mentioned, and their commands are refused';
  return [
    problems.length > 0
      ? missing('people', problems.join('; '), todo)
      : ok('people', fitting.map(({ name, fits }) => `${name} is ${fits[0]?.name ?? ''}`).join(', ')),
    ok('owning teams', `${teams.join(', ')}: named in comments, since a team cannot be mentioned`),
  ];
}

/** Reports what is left of this hour's request budget. */
export function checkBudget({ requests, complexity }: TransportReport): GateCheck {
  const check = 'budget';
  if (requests === undefined || complexity === undefined) {
    return missing(check, 'Linear reported no figures', 'nothing: the gate works without them');
  }
  const count = (value: number) => value.toLocaleString('en');
  const left = [
    `${count(requests.remaining)} of ${count(requests.limit)} requests`,
    `${count(complexity.remaining)} of ${count(complexity.limit)} points`,
  ].join(' and ');
  const isLow = [requests, complexity].some(({ remaining, limit }) => remaining < limit / 5);
  if (!isLow) return ok(check, `${left} left`);
  const until = new Date(Math.max(requests.resetAt, complexity.resetAt)).toISOString().slice(11, 16);
  return missing(check, `${left} left`, `nothing: until ${until} UTC only essential calls are made`);
}
