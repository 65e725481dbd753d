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
import type { AskedTarget } from '../session/asked-target.ts';
import { embeddedPlatform, type EmbeddedPlatformOptions } from './embedded-platform.ts';
import { trust } from './trust.ts';

/** A target that is there, and what workers need to know of it. Disposing stops what was started for it. */
export interface OpenTarget extends AsyncDisposable {
  target: Session['target'];
  /** Variables that child processes need to reach it. */
  env: NodeJS.ProcessEnv;
  /** The key of its certificate, for a browser. */
  trustedKey?: string;
}

export interface OpenTargetOptions extends EmbeddedPlatformOptions {
  /** A private folder, for a file of certificate authorities. */
  folder: string;
}

/** What is known of a target before it is open. */
export function pendingTarget(target: AskedTarget): Session['target'] {
  if (target.kind === 'attached') return target;
  if (target.kind === 'none') return noTarget({ name: target.name, grants: expandGrants('all') });
  return { ...pendingEmbeddedTarget, name: target.name };
}

/**
 * Starts the embedded platform, or attaches to what is there.
 * @throws UatError when it does not start, or there is none to attach to.
 */
export async function openTarget(target: AskedTarget, options: OpenTargetOptions): Promise<OpenTarget> {
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

/** Sends the requests of this process the same way as those of its children. */
function takeRoute({ env }: ProxyRoute): void {
  if (env['NODE_USE_ENV_PROXY'] === '1') setGlobalProxyFromEnv(env);
  // Started with that variable, Node has read the environment in its own way, and forgets it for another proxy only.
  else if (process.env['NODE_USE_ENV_PROXY'] === '1')
    setGlobalProxyFromEnv({ HTTP_PROXY: unused, HTTPS_PROXY: unused, NO_PROXY: '*' });
}

const unused = 'http://no-proxy.invalid';
