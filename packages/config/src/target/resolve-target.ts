import path from 'node:path';
import { didYouMean, configurationError } from '@uat/core';
import { expandGrants, type Grant } from './grants.ts';
import type { Capability } from './capabilities.ts';
import { credentialsFrom, type Role, type RoleCredentials, roles } from './roles.ts';
import type { UatConfig } from '../schema.ts';
import type { Session } from '../session/session.ts';

/**
 * A deployment to test: the platform that `uat` starts itself, the one started with `pnpm platform`, or an existing
 * deployment.
 */
export type Target =
  | { kind: 'embedded'; name: 'embedded' }
  | { kind: 'local'; name: 'local' }
  | {
      kind: 'attached';
      name: string;
      /** Origin and path, without `/api` and trailing slash. */
      url: string;
      grants: Grant[];
      /** Capabilities that it must have; `undefined` when its profile lists none. */
      capabilities: Capability[] | undefined;
      roles: Partial<Record<Role, RoleCredentials>>;
      verifyTls: boolean;
      /** PEM file of a certificate authority. */
      ca: string | undefined;
      budgets: Session['target']['budgets'];
      engine: Session['target']['engine'];
    };

export interface TargetChoice {
  /** `--target`: a name from `uat.config.ts`, or a URL. */
  target?: string | undefined;
  /** `--grant`: in addition to the grants of the profile. */
  grants?: Grant[] | undefined;
  /** `--ca`: instead of the profile's. */
  ca?: string | undefined;
}

/**
 * Resolves the target of a run: `--target` > `UAT_TARGET` > the embedded one.
 * @throws UatError (configuration) for an unknown name, a malformed URL or a variable that is not set.
 */
export function resolveTarget(config: UatConfig, choice: TargetChoice, env: NodeJS.ProcessEnv): Target {
  const wanted = choice.target ?? (env['UAT_TARGET'] || undefined) ?? 'embedded';
  if (wanted === 'embedded' || wanted === 'local') return { kind: wanted, name: wanted } as Target;

  const profile = Object.hasOwn(config.targets, wanted) ? config.targets[wanted] : undefined;
  if (profile === undefined && !/^https?:/i.test(wanted)) {
    const known = targetNames(config);
    throw configurationError(
      `There is no target '${withoutCredentials(wanted)}'. Targets: ${known.join(', ')}, or a URL (https://host[/api]).${didYouMean(wanted, known)}`,
    );
  }

  const url = profile === undefined ? wanted : urlOf(wanted, profile.url, env);
  const variables = { ...config.roles, ...profile?.roles };
  return {
    kind: 'attached',
    name: profile === undefined ? new URL(targetUrl(url)).host : wanted,
    url: targetUrl(url),
    grants: expandGrants([...expandGrants(profile?.grants ?? []), ...(choice.grants ?? [])]),
    roles: Object.fromEntries(
      roles.flatMap((role) => {
        const credentials = credentialsFrom(variables[role] ?? {}, env);
        return credentials === undefined ? [] : [[role, credentials]];
      }),
    ),
    capabilities: profile?.capabilities,
    verifyTls: (profile?.tls.verify ?? true) && verifySslIn(env),
    ca: choice.ca ?? (profile?.tls.ca === undefined ? undefined : path.resolve(config.root, profile.tls.ca)),
    budgets: profile?.budgets ?? {},
    engine: profile?.engine,
  };
}

/** Whether an area, or one that has to be green before it, judges a running Kamiwaza. */
export function usesTarget(area: string, { areas }: Pick<UatConfig, 'areas'>): boolean {
  const { target = true, after = [] } = areas[area] ?? {};
  return target || after.some((before) => usesTarget(before, { areas }));
}

/** The names that `--target` takes besides URLs. */
export function targetNames(config: UatConfig): string[] {
  return ['embedded', 'local', ...Object.keys(config.targets)];
}

/**
 * A hint for people who expect `KAMIWAZA_BASE_URL` alone to choose the target, which it does not; `undefined` when the
 * variable is not set, or the target is attached.
 */
export function targetHint(target: Target, env: NodeJS.ProcessEnv): string | undefined {
  if (target.kind === 'attached' || !env['KAMIWAZA_BASE_URL']) return undefined;
  return 'KAMIWAZA_BASE_URL is set but does not choose the target by itself; add --target env to test it.';
}

function urlOf(name: string, written: string | { env: string }, env: NodeJS.ProcessEnv): string {
  if (typeof written === 'string') return written;
  const value = env[written.env];
  if (!value)
    throw configurationError(`Target '${name}' reads its URL from ${written.env}, which is not set.`);
  return value;
}

/** Whether `KAMIWAZA_VERIFY_SSL` leaves certificate checks on, the default. */
function verifySslIn(env: NodeJS.ProcessEnv): boolean {
  const value = env['KAMIWAZA_VERIFY_SSL']?.trim() ?? '';
  if (/^(1|true|yes|on|)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  throw configurationError(`KAMIWAZA_VERIFY_SSL is '${value}'; write true or false.`);
}

const withoutCredentials = (url: string) => url.replace(/(^|\/)[^/]*@/, '$1***@');

/** Validates a target URL and removes `/api` and trailing slashes. */
function targetUrl(written: string): string {
  const url = URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw configurationError(
      `'${withoutCredentials(written)}' is not a URL of a target (https://host[:port][/api]).`,
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw configurationError(
      `The URL of a target must not contain credentials, a query or a fragment (https://host[:port][/api]); put credentials into the environment.`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/(\/+api)?\/*$/, '');
}
