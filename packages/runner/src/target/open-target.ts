import { setGlobalProxyFromEnv } from 'node:http';
import {
  directRoute,
  embeddedTarget,
  expandGrants,
  localPlatform,
  noTarget,
  pendingEmbeddedTarget,
  type ProxyRoute,
  proxyRoute,
  registerSecrets,
  type Session,
} from '@uat/config';
import type { RunTarget } from '../plan/run-target.ts';
import { embeddedPlatform, type EmbeddedPlatformOptions } from './embedded-platform.ts';
import { trust } from './trust.ts';

/** An open target, with the data that workers require. Disposing stops what was started for it. */
export interface OpenTarget extends AsyncDisposable {
  target: Session['target'];
  /** Variables with which child processes reach it. */
  env: NodeJS.ProcessEnv;
  /** Key of its certificate, for a browser. */
  trustedKey?: string;
}

export interface OpenTargetOptions extends EmbeddedPlatformOptions {
  /** Private folder for a file of certificate authorities. */
  folder: string;
}

/** The session's target before it is open. */
export function pendingTarget(target: RunTarget): Session['target'] {
  if (target.kind === 'attached') return target;
  if (target.kind === 'none') return noTarget({ name: target.name, grants: expandGrants('all') });
  return { ...pendingEmbeddedTarget, name: target.name };
}

/**
 * Starts the embedded platform, or attaches to a running target.
 * @throws UatError when it does not start, or no platform is running.
 */
export async function openTarget(target: RunTarget, options: OpenTargetOptions): Promise<OpenTarget> {
  const { folder } = options;
  if (target.kind === 'none') {
    return {
      target: pendingTarget(target),
      env: {},
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  if (target.kind === 'embedded') {
    takeRoute(directRoute);
    const platform = await embeddedPlatform(options);
    return {
      target: embeddedTarget(platform.ready),
      env: directRoute.env,
      [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
    };
  }
  if (target.kind === 'local') {
    takeRoute(directRoute);
    const ready = localPlatform();
    const { url, ca } = ready;
    const { env, ...keys } = await trust({ url, verifyTls: true, ca, folder });
    return {
      target: { ...embeddedTarget(ready), name: target.name },
      env: { ...directRoute.env, ...env },
      ...keys,
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  const { ca, ...attached } = target;
  const route = proxyRoute(attached.url, process.env);
  const { env, ...proxies } = route;
  registerSecrets([route.browserProxy?.password]);
  takeRoute(route);
  const trusted = await trust({ ...attached, ca, folder, proxy: route.proxy });
  return {
    ...trusted,
    target: { ...attached, ...proxies },
    env: { ...env, ...trusted.env },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** Applies a proxy route to the requests of this process. */
function takeRoute({ env }: ProxyRoute): void {
  if (env['NODE_USE_ENV_PROXY'] === '1') setGlobalProxyFromEnv(env);
  // Started with that variable, Node has read the proxy variables itself, and only another proxy replaces them.
  else if (process.env['NODE_USE_ENV_PROXY'] === '1')
    setGlobalProxyFromEnv({ HTTP_PROXY: unused, HTTPS_PROXY: unused, NO_PROXY: '*' });
}

const unused = 'http://no-proxy.invalid';
