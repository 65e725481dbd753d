import { parseOwners, parsePolicy } from '@uat/intent';
import type { Actor, IssueSnapshot, Team } from '@uat/linear';
import { type DecisionInput, decide } from '../decide/decide.ts';
import type { Effect, EffectOf } from '../decide/effect.ts';
import { type Memory, noMemory } from '../decide/memory.ts';

/** One thing that happens to a card or to the gate. */
export type HistoryStep =
  | { readonly kind: 'move'; readonly by: Mover; readonly to: StateName }
  /** The text is completed, or loses its Definition of Done. */
  | { readonly kind: 'edit'; readonly isComplete: boolean }
  | { readonly kind: 'label'; readonly isExempt: boolean }
  /** The gate looks at the card, because of a webhook, a duplicate of one, or the scan. */
  | { readonly kind: 'look'; readonly lagMs: number }
  /** The oldest write is sent. Its response may be lost, so that it is sent again later. */
  | { readonly kind: 'send'; readonly answerIsLost: boolean }
  | { readonly kind: 'wait'; readonly ms: number }
  /** From now on this mover moves the card back into work whenever the gate undoes that. */
  | { readonly kind: 'pull-back'; readonly by: Mover; readonly afterMs: number; readonly times: number };

export const movers = ['ana', 'ben', 'git', 'workflow', 'app', 'unknown'] as const;
export type Mover = (typeof movers)[number];
export const stateNames = ['backlog', 'todo', 'inProgress', 'inReview', 'done', 'canceled'] as const;
export type StateName = (typeof stateNames)[number];

/** The outcome of a history. */
export interface Outcome {
  /** Moves by the gate, each with the move that it undid. */
  readonly reverts: readonly {
    readonly at: number;
    readonly undone: string;
    /** Moves that the gate had decided to undo. */
    readonly cause: string;
    readonly by: Mover;
    readonly from: StateName;
  }[];
  /** Number of the gate's comments that exist. */
  readonly comments: number;
  readonly state: StateName;
  readonly isComplete: boolean;
}

const types: Record<StateName, string> = {
  backlog: 'backlog',
  todo: 'unstarted',
  inProgress: 'started',
  inReview: 'started',
  done: 'completed',
  canceled: 'canceled',
};
const actors: Record<Mover | 'gate', Actor> = {
  ana: { kind: 'person', id: 'ana', name: 'Ana' },
  ben: { kind: 'person', id: 'ben', name: 'Ben' },
  git: { kind: 'bot', id: 'github', type: 'github', subType: undefined, name: 'GitHub' },
  workflow: { kind: 'bot', id: 'workflow', type: 'workflow', subType: undefined, name: 'Automation' },
  app: { kind: 'app', id: 'other-app', name: 'Other app' },
  unknown: { kind: 'unknown' },
  gate: { kind: 'app', id: 'gate', name: 'Gatekeeper' },
};
const team: Team = {
  id: 'team',
  key: 'ENG',
  name: 'Engineering',
  states: stateNames.map((name) => ({ id: name, name, type: types[name] })),
  activeCycle: undefined,
};
const policy = parsedPolicy();
const owners = parsedOwners();

interface World {
  readonly state: StateName;
  readonly isComplete: boolean;
  readonly isExempt: boolean;
  readonly history: readonly { id: string; at: number; from: StateName; to: StateName; by: Mover | 'gate' }[];
}

/**
 * Plays a history against the gate's decisions, on a card reduced to its moves. Everything is in memory and on a fake
 * clock, so that thousands of histories take seconds.
 */
export function play(steps: readonly HistoryStep[]): Outcome {
  let now = Date.parse('2026-12-14T09:00:00Z');
  let world: World = { state: 'todo', isComplete: false, isExempt: false, history: [] };
  const versions: { at: number; world: World }[] = [{ at: 0, world }];
  let memory: Memory = noMemory;
  const outbox: { effect: Effect; issued: number }[] = [];
  const reverts: { at: number; undone: string; cause: string; by: Mover; from: StateName }[] = [];
  const comments = new Set<string>();
  /** Reverts that were decided but not carried out. */
  const dropped = new Set<string>();
  let pull: { by: Mover; afterMs: number; left: number } | undefined;
  let pulled: { at: number; to: StateName; by: Mover } | undefined;

  const change = (next: World) => {
    world = next;
    versions.push({ at: now, world });
  };
  const move = (by: Mover | 'gate', to: StateName) => {
    if (world.state === to) return;
    const id = `h${world.history.length + 1}`;
    change({ ...world, state: to, history: [...world.history, { id, at: now, from: world.state, to, by }] });
  };
  const look = (lagMs: number) => {
    const seen = versions.findLast(({ at }) => at <= now - lagMs)?.world ?? world;
    const known = { ...memory, reverts: memory.reverts.filter(({ cause }) => !dropped.has(cause)) };
    dropped.clear();
    const decision = decide(decisionInput(seen, known, now));
    ({ memory } = decision);
    outbox.push(...decision.effects.map((effect) => ({ effect, issued: now })));
  };
  const carryOut = (effect: EffectOf<'move'>) => {
    const newest = world.history.at(-1);
    if (world.state !== effect.from || newest?.id !== effect.undoing) {
      const wasMade = world.state === effect.to;
      if (!wasMade) dropped.add(effect.cause);
      return;
    }
    const entry = entryIn(world);
    move('gate', effect.to as StateName);
    if (entry !== undefined && entry.by !== 'gate')
      reverts.push({ at: now, undone: entry.id, cause: effect.cause, by: entry.by, from: entry.from });
    if (pull !== undefined && pull.left > 0) {
      pull.left -= 1;
      pulled = { at: now + pull.afterMs, to: effect.from, by: pull.by };
    }
  };
  const pass = (ms: number) => {
    const until = now + ms;
    if (pulled !== undefined && pulled.at <= until) {
      now = pulled.at;
      const { by, to } = pulled;
      pulled = undefined;
      move(by, to);
    }
    now = until;
  };

  for (const step of steps) {
    pass(10);
    switch (step.kind) {
      case 'move':
        move(step.by, step.to);
        break;
      case 'edit':
        change({ ...world, isComplete: step.isComplete });
        break;
      case 'label':
        change({ ...world, isExempt: step.isExempt });
        break;
      case 'look':
        look(step.lagMs);
        break;
      case 'send': {
        const [outboxEntry] = outbox;
        if (outboxEntry === undefined) break;
        if (outboxEntry.effect.kind === 'comment') comments.add(outboxEntry.effect.id);
        if (outboxEntry.effect.kind === 'move') carryOut(outboxEntry.effect);
        if (!step.answerIsLost) outbox.shift();
        break;
      }
      case 'wait':
        pass(step.ms);
        break;
      case 'pull-back':
        pull = { by: step.by, afterMs: step.afterMs, left: step.times };
    }
  }
  // Afterwards nothing else happens: every write is sent, and the gate looks until it has nothing more to do.
  for (let round = 0; round < 12; round += 1) {
    pass(100_000);
    look(0);
    for (const { effect } of outbox.splice(0)) {
      if (effect.kind === 'comment') comments.add(effect.id);
      if (effect.kind === 'move') carryOut(effect);
    }
  }
  return {
    reverts,
    comments: comments.size,
    state: world.state,
    isComplete: world.isComplete || world.isExempt,
  };
}

/** The move that brought the card into work. */
function entryIn({ history }: World) {
  return history.findLast(({ from, to }) => types[to] === 'started' && types[from] !== 'started');
}

function decisionInput(
  { state, isComplete, isExempt, history }: World,
  memory: Memory,
  now: number,
): DecisionInput {
  const issue: IssueSnapshot = {
    id: 'issue',
    identifier: 'ENG-1',
    title: 'x',
    description: isComplete ? 'AC\n- it works' : '',
    url: 'https://linear.app/example/issue/ENG-1',
    priority: 0,
    createdAt: '2026-12-14T08:00:00.000Z',
    updatedAt: new Date(now).toISOString(),
    startedAt: undefined,
    dueDate: undefined,
    state: { id: state, name: state, type: types[state] },
    team: { id: 'team', key: 'ENG', name: 'Engineering' },
    isGone: false,
    creator: actors.ana,
    assignee: undefined,
    parent: undefined,
    project: undefined,
    projectMilestone: undefined,
    cycle: undefined,
    labels: [{ id: 'chore', name: 'chore' }, ...(isExempt ? [{ id: 'exempt', name: 'gate-exempt' }] : [])],
    attachments: [],
    documents: [],
    comments: [],
    history: history
      .toReversed()
      .slice(0, 20)
      .map(({ id, at, from, to, by }) => ({
        id,
        createdAt: new Date(at).toISOString(),
        fromStateId: from,
        toStateId: to,
        changedDescription: false,
        addedLabelIds: [],
        removedLabelIds: [],
        by: actors[by],
      })),
    truncated: [],
  };
  return {
    issue,
    memory,
    policy,
    owners,
    team,
    members: [],
    selfId: 'gate',
    now,
    companions: 0,
    publicUrl: 'https://gate.example.com',
    okLabelId: undefined,
    draftNote: () => '',
  };
}

function parsedPolicy() {
  const parsed = parsePolicy(`
version: 1
since: '2026-12-01'
work: { interface: {}, contract: {}, other: { labels: [chore] } }
rules:
  - { id: definition-of-done, at: entry, require: dod, mode: enforce, changed: '2026-11-01', fix: Say when it is done. }
exempt: { labels: [gate-exempt] }
`);
  if (parsed.kind === 'policy') return parsed.policy;
  throw new Error(parsed.problems.join('\n'));
}

function parsedOwners() {
  const parsed = parseOwners('version: 1\npeople: []\nteams: []\nareas: {}\n');
  if (parsed.kind === 'owners') return parsed.owners;
  throw new Error(parsed.problems.join('\n'));
}
