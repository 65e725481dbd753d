import { expandGrants, type Grant } from './grants.ts';
import { credentialsFrom, type Role, type RoleCredentials, roles } from './roles.ts';
import type { UatConfig } from './schema.ts';
import { configurationError } from './uat-error.ts';

/** A deployment to test: the platform that `uat` starts itself, or one that is already there. */
export type Target =
  | { kind: 'embedded'; name: 'embedded'; grants: Grant[] }
  | {
      kind: 'attached';
      name: string;
      /** Origin and path without `/api` and without a slash at the end. */
      url: string;
      grants: Grant[];
      roles: Partial<Record<Role, RoleCredentials>>;
      verifyTls: boolean;
    };

export interface TargetChoice {
  /** `--target`: a name of `uat.config.ts`, or a URL. */
  target?: string | undefined;
  /** `--grant`: added to what the profile grants. */
  grants?: Grant[] | undefined;
}

/**
 * Decides which target a run tests: `--target` > `UAT_TARGET` > the embedded one.
 * @throws UatError (configuration) for an unknown name, a malformed URL or a variable that is not set.
 */
export function resolveTarget(config: UatConfig, choice: TargetChoice, env: NodeJS.ProcessEnv): Target {
  const wanted = choice.target ?? (env['UAT_TARGET'] || undefined) ?? 'embedded';
  if (wanted === 'embedded') return { kind: 'embedded', name: 'embedded', grants: expandGrants('all') };

  const profile = Object.hasOwn(config.targets, wanted) ? config.targets[wanted] : undefined;
  if (profile === undefined && !/^https?:/i.test(wanted)) {
    const known = ['embedded', ...Object.keys(config.targets)].join(', ');
    throw configurationError(
      `There is no target '${wanted}'. Targets: ${known}, or a URL (https://host[/api]).`,
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
    verifyTls: !/^(0|false|no)$/i.test(env['KAMIWAZA_VERIFY_SSL'] ?? ''),
  };
}

/**
 * Says what a person may have expected and did not get: `KAMIWAZA_BASE_URL` alone does not choose a target.
 * `undefined` when there is nothing to say.
 */
export function targetHint(target: Target, env: NodeJS.ProcessEnv): string | undefined {
  if (target.kind !== 'embedded' || !env['KAMIWAZA_BASE_URL']) return undefined;
  return 'KAMIWAZA_BASE_URL is set but does not choose the target by itself; add --target env to test it.';
}

function urlOf(name: string, written: string | { env: string }, env: NodeJS.ProcessEnv): string {
  if (typeof written === 'string') return written;
  const value = env[written.env];
  if (!value)
    throw configurationError(`Target '${name}' reads its URL from ${written.env}, which is not set.`);
  return value;
}

/** The URL without `/api` and slashes at the end. */
function targetUrl(written: string): string {
  const url = URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw configurationError(`'${written}' is not a URL of a target (https://host[:port][/api]).`);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw configurationError(
      `The URL of a target holds no credentials, query or fragment (https://host[:port][/api]); credentials belong in the environment.`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/(\/+api)?\/*$/, '');
}
