/** Types of records in the stand-in. */
export const recordTypes = [
  'Organization',
  'User',
  'Team',
  'WorkflowState',
  'IssueLabel',
  'Project',
  'ProjectMilestone',
  'Cycle',
  'Issue',
  'IssueHistory',
  'Comment',
  'Attachment',
  'Document',
  'Webhook',
] as const;
export type RecordType = (typeof recordTypes)[number];

/**
 * A record in the stand-in: scalars under the names of Linear's schema, relations as `…Id`. Records are immutable, so
 * that
 * reads can lag behind.
 */
export interface LinearRecord {
  readonly kind: RecordType;
  readonly id: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly [field: string]: unknown;
}
