export { arbitraryPattern, resultsOf } from './results-of.ts';
