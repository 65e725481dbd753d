import {
  type ProfiledModel,
  profiledModels,
  type Grant,
  grants,
  type HostCapability,
  hostCapabilities,
  type Capability,
  capabilities,
  type ProductFact,
  productFacts,
  type Role,
  roles,
} from '@uat/config';

/** Severities as defined by Allure. */
export const severities = ['blocker', 'critical', 'normal', 'minor', 'trivial'] as const;
export type Severity = (typeof severities)[number];

/**
 * Something a test cannot do without: a grant of the run, a capability of the target, a role that can sign in, a model
 * in
 * the target's profile, a capability of a machine made for the test, or a known property of the product it installs.
 */
export type Requirement =
  | `grant:${Grant}`
  | `capability:${Capability}`
  | `role:${Role}`
  | `model:${ProfiledModel}`
  | `host:${HostCapability}`
  | `product:${ProductFact}`;

/** What a test stands for. */
export interface Coverage {
  tickets: string[];
  /** The line of the ticket's Definition of Done that the test proves, as written there. */
  dod?: string | undefined;
  /** Ids of the seeded faults that turn this test red, such as `A4`. */
  catches: string[];
  severity: Severity;
  requires: Requirement[];
}

export interface Annotation {
  type: string;
  description?: string;
}

/**
 * The annotations that carry a coverage through Playwright, in the forms that allure-playwright turns into links and
 * labels: `issue` becomes a link, `allure.label.<name>` a label; any other type would become a bogus step.
 */
export function annotationsOf(coverage: Coverage): Annotation[] {
  const label = (name: string, value: string) => ({ type: `allure.label.${name}`, description: value });
  return [
    ...coverage.tickets.map((ticket) => ({ type: 'issue', description: ticket })),
    label('severity', coverage.severity),
    ...(coverage.dod === undefined ? [] : [label('dod', coverage.dod)]),
    ...coverage.catches.map((id) => label('catches', id)),
    ...coverage.requires.map((requirement) => label('requires', requirement)),
  ];
}

/** Reads back the coverage that {@link annotationsOf} wrote; `undefined` when a test names no ticket. */
export function coverageFrom(annotations: readonly Annotation[]): Coverage | undefined {
  const valuesOf = (type: string) =>
    annotations.flatMap((one) =>
      one.type === type && one.description !== undefined ? [one.description] : [],
    );
  const tickets = valuesOf('issue');
  if (tickets.length === 0) return undefined;

  const severity = valuesOf('allure.label.severity')[0];
  return {
    tickets,
    dod: valuesOf('allure.label.dod')[0],
    catches: valuesOf('allure.label.catches'),
    severity: severities.find((known) => known === severity) ?? 'normal',
    requires: valuesOf('allure.label.requires').filter(isRequirement),
  };
}

const known: Record<string, readonly string[]> = {
  grant: grants,
  capability: capabilities,
  role: roles,
  model: profiledModels,
  host: hostCapabilities,
  product: productFacts,
};

function isRequirement(text: string): text is Requirement {
  const [kind = '', name = ''] = text.split(':');
  return known[kind]?.includes(name) === true;
}
