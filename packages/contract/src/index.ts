export { answerProblems, type JudgedAnswer } from './answer-problems.ts';
export { contractOf, loadContract, type Contract } from './contract.ts';
export { contractUrl } from './contract-url.ts';
export { DocumentError } from './document-error.ts';
export { operationFor, operationsAt } from './operation-for.ts';
export type { DocumentedAnswer, Operation } from './operations.ts';
export type { OpenApiDocument } from './openapi-document.ts';
export { openApiDocument } from './openapi-document.ts';
export { readSource } from './read-source.ts';
