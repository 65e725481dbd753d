import type { GateState } from '../gate-state.ts';
import type { OperatorView } from '../operator-view.ts';

export interface InMemoryView {
  readonly view: OperatorView;
  /** The state to show; tests may change it. */
  state: GateState;
  /** The actions that were taken. */
  readonly rechecked: string[];
}

/** A view over an in-memory state, for tests. */
export function inMemoryView(given: Partial<GateState> = {}): InMemoryView {
  const rechecked: string[] = [];
  const remembered: InMemoryView = {
    state: { ...calmState, ...given },
    rechecked,
    view: {
      queue: async () => remembered.state.queue,
      blocked: async () => [...remembered.state.blocked],
      overrides: async () => [...remembered.state.overrides],
      questions: async () => [...remembered.state.questions],
      deadLetters: async () => [...remembered.state.deadLetters],
      async retry(id) {
        const left = remembered.state.deadLetters.filter((letter) => letter.id !== id);
        const was = left.length < remembered.state.deadLetters.length;
        remembered.state = { ...remembered.state, deadLetters: left };
        return was;
      },
      async recheck(issueId) {
        rechecked.push(issueId);
        return remembered.state.blocked.some((ticket) => ticket.issueId === issueId);
      },
      budget: () => remembered.state.budget,
      policy: () => remembered.state.policy,
      failingOpen: () => remembered.state.failingOpen,
    },
  };
  return remembered;
}

/** Noon of the day of the states below. */
export const noon = Date.UTC(2026, 10, 30, 12);

const minute = 60_000;

/** A state in which nothing is left to do. */
export const calmState: GateState = {
  queue: {
    toJudge: 0,
    oldestDueAt: undefined,
    toSend: {},
    oldestToSendAt: undefined,
    lastWebhookAt: noon - 12_000,
    lastScanAt: noon - 3 * minute,
  },
  blocked: [],
  overrides: [],
  questions: [],
  deadLetters: [],
  budget: {
    requests: { limit: 5_000, remaining: 4_812, resetAt: noon + 32 * minute },
    complexity: { limit: 2_000_000, remaining: 1_903_440, resetAt: noon + 32 * minute },
    endpoints: {},
    inFlight: 0,
    breaker: { kind: 'closed' },
  },
  policy: { hash: '3f9c1a7e', loadedAt: noon - 50 * 60 * minute, problems: [] },
  failingOpen: undefined,
};

const linearUrl = (identifier: string) => `https://linear.app/kamiwaza/issue/${identifier}`;

/**
 * A state with everything at once: held-up tickets, a dead letter, questions, overrides, an invalid policy, Linear
 * down.
 */
export const busyState: GateState = {
  queue: {
    toJudge: 4,
    oldestDueAt: noon - 3 * minute,
    toSend: { comment: 3, move: 2, document: 0 },
    oldestToSendAt: noon - 7 * minute,
    lastWebhookAt: noon - 12_000,
    lastScanAt: noon - 3 * minute,
  },
  blocked: [
    {
      issueId: '7d1b6a52-0f0e-4a35-9d0c-3a0a5b9c2e11',
      identifier: 'ENG-2861',
      title: 'Show when a token ends in the token table',
      url: linearUrl('ENG-2861'),
      team: 'Console',
      state: 'Todo',
      verdict: 'block',
      reasons: [
        'mock-or-contract: no mock counts, because “https://www.figma.com/” is the front page of a design tool. Link the mock of this change under “Mock”, or name the file of its API contract under “Contract”.',
        'success-criteria: no target number was found. Add “Success criteria” with one.',
      ],
      movedBy: 'Dana Whitfield, by hand',
      held: undefined,
      since: noon - 125 * minute,
    },
    {
      issueId: '0b7d4f3c-58d1-4f0f-8f8e-5a7f1f6a8b02',
      identifier: 'ENG-2874',
      title: 'Quota API: answer 409 with the quota that was hit',
      url: linearUrl('ENG-2874'),
      team: 'Platform API',
      state: 'In Progress',
      verdict: 'block',
      reasons: ['definition-of-done: the section “Acceptance criteria” holds nothing but “TBD”.'],
      movedBy: 'git automation, when a branch was pushed',
      held: 'it was moved back once for this cause, and the automation moved it again',
      since: noon - 28 * 60 * minute,
    },
    {
      issueId: 'c2c4b2f0-7a4e-4f5e-8b8f-2a7d4f3c58d1',
      identifier: 'DATA-119',
      title: 'Export the audit log as CSV',
      url: linearUrl('DATA-119'),
      team: 'Data',
      state: 'In Progress',
      verdict: 'advise',
      reasons: ['milestone: none is set in Linear, and the text names none.'],
      movedBy: undefined,
      held: undefined,
      since: noon - 40 * minute,
    },
  ],
  overrides: [
    {
      identifier: 'ENG-2790',
      url: linearUrl('ENG-2790'),
      rules: ['mock-or-contract'],
      who: 'Matt',
      why: 'The mock follows the customer’s workshop on Thursday',
      until: '2026-12-04',
      isOver: false,
    },
    {
      identifier: 'ENG-2711',
      url: linearUrl('ENG-2711'),
      rules: undefined,
      who: 'Daniel',
      why: 'Hotfix for the demo',
      until: '2026-11-27',
      isOver: true,
    },
  ],
  questions: [
    {
      identifier: 'ENG-2852',
      url: linearUrl('ENG-2852'),
      asked: ['Probst', 'Preston'],
      stage: 'dri',
      nextAt: noon + 26 * 60 * minute,
    },
    {
      identifier: 'ENG-2840',
      url: linearUrl('ENG-2840'),
      asked: ['Daniel', 'Matt'],
      stage: 'deciders',
      nextAt: undefined,
    },
  ],
  deadLetters: [
    {
      id: 'b4f7c9d2-1e6a-4c3b-9f57-8d2e0a6b1c44',
      identifier: 'ENG-2833',
      kind: 'comment',
      reason: 'forbidden: the token may not write in the team Field. Give it access, then retry.',
      attempts: 3,
      at: noon - 55 * minute,
    },
  ],
  budget: {
    requests: { limit: 5_000, remaining: 640, resetAt: noon + 32 * minute },
    complexity: { limit: 2_000_000, remaining: 1_203_440, resetAt: noon + 32 * minute },
    endpoints: { createIssue: { limit: 500, remaining: 480, resetAt: noon + 11 * minute } },
    inFlight: 1,
    breaker: { kind: 'open', until: noon + 40_000, because: 'unavailable' },
  },
  policy: {
    hash: '3f9c1a7e',
    loadedAt: noon - 50 * 60 * minute,
    problems: ['line 31, rules › 2 › mode: ‘enforced’ is not a mode; did you mean ‘enforce’?'],
  },
  failingOpen:
    'Linear has not answered since 11:20 UTC. Cards stay where people put them, and are judged when it answers again.',
};
