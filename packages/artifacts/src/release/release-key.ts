import { generateKey, type PrivateKey } from 'openpgp';

export interface ReleaseKey {
  privateKey: PrivateKey;
  /** Armored. */
  publicKey: string;
}

export interface ReleaseKeyOptions {
  validDays?: number;
  madeDaysAgo?: number;
}

const day = 24 * 60 * 60;

/** A throwaway OpenPGP key (Ed25519) that signs one set of artifacts. */
export async function releaseKey(
  owner: string,
  { validDays = 365, madeDaysAgo = 0 }: ReleaseKeyOptions = {},
): Promise<ReleaseKey> {
  const [, name = owner, email] = owner.match(/^(.*?) <(.+)>$/) ?? [];
  const { privateKey, publicKey } = await generateKey({
    type: 'curve25519',
    userIDs: [email === undefined ? { name } : { name, email }],
    keyExpirationTime: validDays * day,
    date: new Date(Date.now() - madeDaysAgo * day * 1000),
    format: 'object',
  });
  return { privateKey, publicKey: publicKey.armor() };
}
