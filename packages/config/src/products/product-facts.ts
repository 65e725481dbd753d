import type { Product } from './product.ts';

type Known = (product: Product) => boolean;

/**
 * The facts about a product that checks require: how to tell that one is known, and the reason to give when it is not.
 */
const facts = {
  whole: [({ problem }) => problem === undefined, 'its package cannot be read'],
  'package manager': [
    ({ kind }) => kind === 'deb' || kind === 'rpm',
    'it is not a package of a package manager',
  ],
  deb: [({ kind }) => kind === 'deb', 'it is not a .deb package'],
  script: [({ kind }) => kind === 'tarball' || kind === 'script', 'it is neither an archive nor a script'],
  purge: [({ kind }) => kind !== 'rpm', 'rpm has no purge, only a removal'],
  previous: [({ previous }) => previous !== undefined, 'no earlier version was given (--previous)'],
  next: [({ next }) => next !== undefined, 'there is no later version to skip one with'],
  sums: [({ beside }) => beside.sums !== undefined, 'there is no SHA256SUMS or similar file beside it'],
  signature: [
    ({ beside: { signature, key } }) => signature !== undefined && key !== undefined,
    'there is no OpenPGP signature of its sums with a public key beside it',
  ],
  sbom: [({ beside }) => beside.sbom !== undefined, 'there is no CycloneDX document beside it'],
  service: [({ profile }) => profile.services.length > 0, 'its profile names no service'],
  user: [
    ({ profile }) => profile.user !== undefined,
    'its profile does not say which user its service runs as',
  ],
  ports: [({ profile }) => profile.ports.length > 0, 'its profile does not say which ports it listens on'],
  health: [
    ({ profile }) => profile.health !== undefined,
    'its profile does not say where it answers health checks',
  ],
  code: [({ profile }) => profile.folders.code.length > 0, 'its profile does not say where its programs are'],
  'data folder': [
    ({ profile }) => profile.folders.data.length > 0,
    'its profile does not say where its data is',
  ],
  config: [
    ({ profile }) => profile.folders.config.length > 0,
    'its profile does not say where its settings are',
  ],
  licence: [({ profile }) => profile.licence !== undefined, 'its profile names no licence to accept'],
  secret: [({ profile }) => profile.secret !== undefined, 'its profile names no secret'],
  settings: [
    ({ profile }) => profile.settings !== undefined,
    'its profile does not say which settings may be edited',
  ],
  data: [({ profile }) => profile.data !== undefined, 'its profile does not say how to store and read data'],
  migration: [
    ({ profile }) => profile.data?.spoil !== undefined,
    'its profile does not say how to make data that cannot be migrated',
  ],
  dependency: [({ depends }) => depends.length > 0, 'it has no dependencies'],
  'version command': [
    ({ profile }) => profile.commands.version !== undefined,
    'its profile does not say which command prints its version',
  ],
  doctor: [
    ({ profile }) => profile.commands.doctor !== undefined,
    'its profile names no command that checks it',
  ],
  'refuses downgrade': [
    refuses('downgrade'),
    'its profile does not promise that it refuses an older version',
  ],
  'refuses skipped version': [
    refuses('skipped version'),
    'its profile does not promise that it refuses to skip a version',
  ],
  'refuses small disk': [
    refuses('small disk'),
    'its profile does not promise that it checks for disk space first',
  ],
  'refuses busy port': [refuses('busy port'), 'its profile does not promise that it checks its ports first'],
  'programs of its own': [
    ({ programsOf }) => programsOf === undefined,
    'another package of this run contains the same programs; --lane nightly judges them in each',
  ],
  kamiwaza: [({ profile }) => profile.kamiwaza !== undefined, 'it is not a Kamiwaza'],
} as const satisfies Record<string, readonly [Known, string]>;

function refuses(what: Product['profile']['refuses'][number]): Known {
  return ({ profile }) => profile.refuses.includes(what);
}

export type ProductFact = keyof typeof facts;
export const productFacts = Object.keys(facts) as ProductFact[];

/** The reason why a check that requires this fact cannot judge a product; `undefined` when it can. */
export function whyUnknown(fact: ProductFact, product: Product): string | undefined {
  const [isKnown, why] = facts[fact];
  return isKnown(product) ? undefined : why;
}
