export { type Certificate, certificate } from './certificates.ts';
export { kamiwazaLike } from './kamiwaza-like.ts';
export { type StubServer, stubServer, tlsIdentity } from './stub-server.ts';
export { temporaryFolder } from './temporary-folder.ts';
