export { type PlanInput, planContent, type Split } from './file/plan-content.ts';
export { type SplitOptions, splitTests } from './file/split-tests.ts';
export {
  type PinnedPlan,
  pinnedPlanSchema,
  type PlanContent,
  planContentSchema,
  type TestPlan,
} from './file/pinned-plan.ts';
export { unrunRecord } from './file/unrun-record.ts';
