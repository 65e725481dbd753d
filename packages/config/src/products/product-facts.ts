import type { Product } from './product.ts';

type Known = (product: Product) => boolean;

/** What a check may have to know of a product, and what to say where nobody said it. */
const facts = {
  whole: [({ problem }) => problem === undefined, 'its package cannot be read'],
  'package manager': [
    ({ kind }) => kind === 'deb' || kind === 'rpm',
    'it is no package of a package manager',
  ],
  deb: [({ kind }) => kind === 'deb', 'it is no .deb'],
  script: [({ kind }) => kind === 'tarball' || kind === 'script', 'it is no archive and no script'],
  purge: [({ kind }) => kind !== 'rpm', 'rpm knows no purge, only a removal'],
  previous: [({ previous }) => previous !== undefined, 'no earlier version was given (--previous)'],
  next: [({ next }) => next !== undefined, 'there is no version to skip one with'],
  sums: [({ beside }) => beside.sums !== undefined, 'no SHA256SUMS, or its like, lies beside it'],
  signature: [
    ({ beside: { signature, key } }) => signature !== undefined && key !== undefined,
    'no OpenPGP signature of its sums and public key lie beside it',
  ],
  sbom: [({ beside }) => beside.sbom !== undefined, 'no CycloneDX document lies beside it'],
  service: [({ profile }) => profile.services.length > 0, 'it has no service that anybody named'],
  user: [({ profile }) => profile.user !== undefined, 'nobody said which user its service runs as'],
  ports: [({ profile }) => profile.ports.length > 0, 'nobody said which ports it listens on'],
  health: [({ profile }) => profile.health !== undefined, 'nobody said where it answers for its health'],
  code: [({ profile }) => profile.folders.code.length > 0, 'nobody said where its programs lie'],
  'data folder': [({ profile }) => profile.folders.data.length > 0, 'nobody said where its data lie'],
  config: [({ profile }) => profile.folders.config.length > 0, 'nobody said where its settings lie'],
  licence: [({ profile }) => profile.licence !== undefined, 'it asks for no licence that anybody named'],
  secret: [({ profile }) => profile.secret !== undefined, 'it takes no secret that anybody named'],
  settings: [({ profile }) => profile.settings !== undefined, 'nobody said which settings may be edited'],
  data: [({ profile }) => profile.data !== undefined, 'nobody said how to store and read something'],
  migration: [
    ({ profile }) => profile.data?.spoil !== undefined,
    'nobody said how data look that cannot be taken over',
  ],
  dependency: [({ depends }) => depends.length > 0, 'it depends on nothing'],
  'version command': [
    ({ profile }) => profile.commands.version !== undefined,
    'nobody said which command tells its version',
  ],
  doctor: [({ profile }) => profile.commands.doctor !== undefined, 'it has no command that checks it'],
  'refuses downgrade': [refuses('downgrade'), 'nobody promised that it refuses an older version'],
  'refuses skipped version': [
    refuses('skipped version'),
    'nobody promised that it refuses to skip a version',
  ],
  'refuses small disk': [refuses('small disk'), 'nobody promised that it looks at the disk first'],
  'refuses busy port': [refuses('busy port'), 'nobody promised that it looks at its ports first'],
  'programs of its own': [
    ({ programsOf }) => programsOf === undefined,
    'another package of this run carries the same programs; --lane nightly judges them in each',
  ],
  kamiwaza: [({ profile }) => profile.kamiwaza !== undefined, 'it is no Kamiwaza'],
} as const satisfies Record<string, readonly [Known, string]>;

function refuses(what: Product['profile']['refuses'][number]): Known {
  return ({ profile }) => profile.refuses.includes(what);
}

export type ProductFact = keyof typeof facts;
export const productFacts = Object.keys(facts) as ProductFact[];

/** Why a check that needs to know this of a product cannot judge it; `undefined` when it can. */
export function whyUnknown(fact: ProductFact, product: Product): string | undefined {
  const [isKnown, why] = facts[fact];
  return isKnown(product) ? undefined : why;
}
