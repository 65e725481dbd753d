export { changedOperations } from './changed-operations.ts';
export { contractUrl } from './contract-url.ts';
export { contractOf, loadContract, type Contract } from './contract.ts';
export { DocumentError } from './document-error.ts';
export { parseOpenApiDocument, type OpenApiDocument } from './openapi-document.ts';
export { operationFor, operationsAt } from './operation-for.ts';
export type { DocumentedResponse, Operation } from './operations.ts';
export { readSource } from './read-source.ts';
export { responseProblems, type ResponseToValidate } from './response-problems.ts';
