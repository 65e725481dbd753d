import { createMessage, sign } from 'openpgp';
import type { ReleaseKey } from './release-key.ts';

/** A detached, armored OpenPGP signature of `content`, made at the time the key was made: also an expired one could then. */
export async function signatureOf(content: Buffer, { privateKey }: ReleaseKey): Promise<string> {
  return sign({
    message: await createMessage({ binary: content }),
    signingKeys: privateKey,
    detached: true,
    date: privateKey.getCreationTime(),
  });
}
