export { type Certificate, certificate } from './certificates.ts';
export { kamiwazaLike, type StubTarget, stubTarget } from './stub-target.ts';
export { temporaryFolder } from './temporary-folder.ts';
