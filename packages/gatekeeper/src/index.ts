export type { OperatorView } from './operator/operator-view.ts';
