export {
  type Annotation,
  annotationsOf,
  type Coverage,
  coverageFrom,
  type Requirement,
  severities,
  type Severity,
} from './coverage.ts';
export { type Ineligibility, ineligibility } from './eligibility.ts';
