import { setGlobalProxyFromEnv } from 'node:http';
import { embeddedTarget, expandGrants, localPlatform, noTarget, proxyFor, type Session } from '@uat/config';
import type { AskedTarget } from './asked-run.ts';
import { embeddedPlatform, type EmbeddedPlatformOptions } from './embedded-platform.ts';
import { trust } from './trust.ts';

/** A target that is there, and what workers need to know of it. Disposing stops what was started for it. */
export interface OpenTarget extends AsyncDisposable {
  target: Session['target'];
  /** Variables that child processes need to reach it. */
  env: NodeJS.ProcessEnv;
}

/**
 * Starts the embedded platform, or attaches to what is there.
 * @throws UatError when it does not start, or there is none to attach to.
 */
export async function openTarget(target: AskedTarget, options: EmbeddedPlatformOptions): Promise<OpenTarget> {
  if (target.kind === 'none') {
    return {
      target: noTarget({ name: target.name, grants: expandGrants('all') }),
      env: {},
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  // NODE_USE_ENV_PROXY makes Node ask a proxy from its first moment, also for a platform of this machine.
  if (target.kind !== 'attached') {
    setGlobalProxyFromEnv({ ...process.env, NO_PROXY: '*', no_proxy: '*' });
  }
  if (target.kind === 'embedded') {
    const platform = await embeddedPlatform(options);
    return {
      target: embeddedTarget(platform.ready),
      env: noProxy,
      [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
    };
  }
  if (target.kind === 'local') {
    const ready = localPlatform();
    const { url, ca } = ready;
    return {
      target: { ...embeddedTarget(ready), name: target.name },
      env: { ...noProxy, ...(await trust({ url, verifyTls: true, ca })) },
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  const { ca, ...attached } = target;
  return {
    target: attached,
    env: { ...useProxy(attached.url), ...(await trust({ ...attached, ca })) },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** A platform of this machine: a company's proxy has no business there. */
const noProxy: NodeJS.ProcessEnv = {
  HTTP_PROXY: '',
  HTTPS_PROXY: '',
  http_proxy: '',
  https_proxy: '',
  NODE_USE_ENV_PROXY: '',
};

/** Node's fetch asks a proxy only when told to: here, and in child processes. */
function useProxy(url: string): NodeJS.ProcessEnv {
  if (proxyFor(url, process.env) === undefined) return {};
  setGlobalProxyFromEnv(process.env);
  return { NODE_USE_ENV_PROXY: '1' };
}
