import type {
  BlockedTicket,
  DeadLetter,
  GivenOverride,
  OpenQuestion,
  OperatorView,
  PolicyState,
  QueueState,
} from './operator-view.ts';

/** Everything that the view shows at one moment, as data. */
export interface GateState {
  readonly queue: QueueState;
  readonly blocked: readonly BlockedTicket[];
  readonly overrides: readonly GivenOverride[];
  readonly questions: readonly OpenQuestion[];
  readonly deadLetters: readonly DeadLetter[];
  readonly budget: ReturnType<OperatorView['budget']>;
  readonly policy: PolicyState;
  readonly failingOpen: string | undefined;
}

/** Reads the view once; rejects when its database does not respond. */
export async function gateState(view: OperatorView): Promise<GateState> {
  const [queue, blocked, overrides, questions, deadLetters] = await Promise.all([
    view.queue(),
    view.blocked(),
    view.overrides(),
    view.questions(),
    view.deadLetters(),
  ]);
  return {
    queue,
    blocked,
    overrides,
    questions,
    deadLetters,
    budget: view.budget(),
    policy: view.policy(),
    failingOpen: view.failingOpen(),
  };
}
