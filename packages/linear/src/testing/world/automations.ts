import type { Clock } from '../../clock.ts';
import type { LinearRecord } from './record.ts';
import type { World } from './world.ts';
import type { Workspace } from './workspace.ts';

/** Automations that move cards, each as reported for Linear. */
export interface Automations {
  /**
   * Git automation on a branch or pull request: it acts with a *person's* token, leaves terminal states alone, and takes
   * along every ticket that the branch names, a few milliseconds apart (catalyst#1038, #1285).
   */
  git(event: 'start' | 'review' | 'merge', issueIds: readonly string[], personId: string): void;
  /**
   * "Copy git branch name" moves the card to the team's first started state, for people who enabled that (linear#1203).
   */
  copyBranch(issueId: string, personId: string): void;
  /** A native Linear automation. Its history names a bot of the type `workflow`. */
  workflow(issueId: string, stateId: string): void;
  /** Moves a card back whenever the bot moves it, `times` times: the other side of a ping-pong. */
  pullBack(options: {
    readonly by: 'git' | 'workflow' | 'person';
    readonly personId: string;
    readonly afterMs: number;
    readonly times: number;
  }): void;
  /** Subscribes to every change, for pullBack. */
  onMove(move: { issueId: string; from: string; by: string | null }): void;
}

const terminal = new Set(['completed', 'canceled', 'duplicate']);

export function createAutomations(world: World, workspace: Workspace, clock: Clock): Automations {
  const { states, bot } = workspace;
  const workflowBot = { id: 'workflow', type: 'workflow', name: 'Automation' };
  const rules: { by: 'git' | 'workflow' | 'person'; personId: string; afterMs: number; left: number }[] = [];

  const firstStarted = (issue: LinearRecord): LinearRecord | undefined =>
    world.store
      .related('WorkflowState', 'teamId', String(issue['teamId']))
      .filter(({ type }) => type === 'started')
      .toSorted((a, b) => Number(a['position']) - Number(b['position']))[0];

  const isTerminal = (issue: LinearRecord) =>
    terminal.has(String(world.store.get('WorkflowState', issue['stateId'])?.['type']));

  return {
    git(event, issueIds, personId) {
      for (const id of issueIds) {
        const issue = world.issue(id);
        if (isTerminal(issue)) continue;
        const to =
          event === 'start'
            ? firstStarted(issue)?.id
            : event === 'review'
              ? states.inReview.id
              : states.done.id;
        if (to !== undefined) world.updateIssue(issue.id, { stateId: to }, { userId: personId });
      }
    },

    copyBranch(issueId, personId) {
      const issue = world.issue(issueId);
      const to = firstStarted(issue);
      if (to !== undefined) world.updateIssue(issue.id, { stateId: to.id }, { userId: personId });
    },

    workflow(issueId, stateId) {
      world.updateIssue(issueId, { stateId }, { userId: null, bot: workflowBot });
    },

    pullBack({ times, ...rule }) {
      rules.push({ ...rule, left: times });
    },

    onMove({ issueId, from, by }) {
      const rule = by === bot.id ? rules.find(({ left }) => left > 0) : undefined;
      if (rule === undefined) return;
      rule.left -= 1;
      void clock.sleep(rule.afterMs).then(() => {
        if (world.store.get('Issue', issueId) === undefined) return;
        const doer = rule.by === 'workflow' ? { userId: null, bot: workflowBot } : { userId: rule.personId };
        world.updateIssue(issueId, { stateId: from }, doer);
      });
    },
  };
}
