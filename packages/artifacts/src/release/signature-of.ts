import { createMessage, sign } from 'openpgp';
import type { ReleaseKey } from './release-key.ts';

/**
 * A detached, armored OpenPGP signature of `content`, dated to the creation of the key, so that an expired key works
 * too.
 */
export async function signatureOf(content: Buffer, { privateKey }: ReleaseKey): Promise<string> {
  return sign({
    message: await createMessage({ binary: content }),
    signingKeys: privateKey,
    detached: true,
    date: privateKey.getCreationTime(),
  });
}
