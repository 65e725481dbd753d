export { type PlanInput, planContent, type Split } from './file/plan-content.ts';
export {
  type Changes,
  type ChoiceOptions,
  chosenTests,
  type SelectionRules,
} from './selection/chosen-tests.ts';
export { type ExclusionOptions, exclusions } from './selection/exclusions.ts';
export { type SplitOptions, splitTests } from './file/split-tests.ts';
export {
  type PinnedPlan,
  pinnedPlanSchema,
  type PlanContent,
  planContentSchema,
  type TestPlan,
} from './file/pinned-plan.ts';
