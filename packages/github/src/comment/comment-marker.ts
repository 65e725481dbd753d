import { createHash } from 'node:crypto';
import type { WorkflowRun } from '../workflow/workflow-run.ts';

/** The first line of a comment, invisible to readers, by which later runs find it. */
export interface CommentMarker {
  /** Hash of the stage's name: each stage has a comment of its own. */
  stage: string;
  order: WorkflowRun['order'];
}

const pattern = /^<!-- uat-comment (?<stage>[0-9a-f]{12}) (?<number>\d+)\.(?<attempt>\d+) -->/;

/** The marker of a stage's comment. */
export function commentMarker(stage: string, order: WorkflowRun['order']): CommentMarker {
  return { stage: createHash('sha256').update(stage).digest('hex').slice(0, 12), order };
}

/** A marker as it stands in a comment. */
export function markerLine({ stage, order }: CommentMarker): string {
  return `<!-- uat-comment ${stage} ${order.number}.${order.attempt} -->`;
}

/** The marker of a comment; `undefined` for any other comment. */
export function markerIn(body: string): CommentMarker | undefined {
  const { stage, number, attempt } = pattern.exec(body)?.groups ?? {};
  if (stage === undefined) return undefined;
  return { stage, order: { number: Number(number), attempt: Number(attempt) } };
}

/** Whether one run, or attempt at it, started after another. */
export function isLater(one: WorkflowRun['order'], other: WorkflowRun['order']): boolean {
  return one.number === other.number ? one.attempt > other.attempt : one.number > other.number;
}
