import type { IntentLink, SignOff } from '../ticket/ticket-fields.ts';
import { sameVersion } from '../ticket/links/versions.ts';
import type { Finding } from './gate-result.ts';

/** Checks that screen and API were reviewed together: both links, and one sign-off that names the linked versions. */
export function jointReview(
  mocks: readonly IntentLink[],
  contracts: readonly IntentLink[],
  signOff: SignOff | undefined,
): Finding {
  const links = [presence('mock_link', mocks), presence('contract_link', contracts)];
  const signed = signature(mocks, contracts, signOff);
  const children = [...links, signed];
  const missing = children.filter(({ status }) => status === 'failed');
  return {
    name: 'joint_review',
    status: missing.length === 0 ? 'passed' : 'failed',
    reason:
      missing.length === 0
        ? 'mock and contract were signed off together'
        : `screen and API change together, and ${missing.map(({ reason }) => reason).join('; ')}`,
    children,
  };
}

function presence(name: 'mock_link' | 'contract_link', links: readonly IntentLink[]): Finding {
  const what = name === 'mock_link' ? 'mock' : 'contract';
  const first = links[0];
  return first === undefined
    ? { name, status: 'failed', reason: `the ${what} is missing`, children: [] }
    : { name, status: 'passed', reason: `the ${what} is ${first.url}`, children: [] };
}

function signature(
  mocks: readonly IntentLink[],
  contracts: readonly IntentLink[],
  signOff: SignOff | undefined,
): Finding {
  const failed = (reason: string): Finding => ({ name: 'sign_off', status: 'failed', reason, children: [] });
  if (signOff === undefined) return failed('no sign-off covers both');
  const { mockVersion, contractVersion, by } = signOff;
  if (mockVersion === undefined) return failed(`the sign-off of ${by} does not name the version of the mock`);
  if (contractVersion === undefined)
    return failed(`the sign-off of ${by} does not name the version of the contract`);
  const stale = [changed('mock', mocks, mockVersion), changed('contract', contracts, contractVersion)].filter(
    (why) => why !== undefined,
  );
  if (stale.length > 0) return failed(`${stale.join(' and ')}: ask ${by} again`);
  return {
    name: 'sign_off',
    status: 'passed',
    reason: `${by} signed the mock ${mockVersion} and the contract ${contractVersion}`,
    children: [],
  };
}

/** A link without a version cannot be distinguished from the signed one. */
function changed(what: string, links: readonly IntentLink[], signed: string): string | undefined {
  const versions = links.map(({ version }) => version).filter((version) => version !== undefined);
  if (versions.length === 0 || versions.some((version) => sameVersion(version, signed))) return undefined;
  return `the ${what} is at ${versions[0]} now, but ${signed} was signed`;
}
