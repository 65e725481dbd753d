import { embeddedSession, type Session, type Target } from '@uat/config';
import {
  type EmbeddedPlatform,
  embeddedPlatform,
  type EmbeddedPlatformOptions,
} from './embedded-platform.ts';
import { trust } from './trust.ts';

/** A target that is there, and what workers need to know of it. Disposing stops what was started for it. */
export interface OpenTarget extends AsyncDisposable {
  session: Session;
  /** Variables that child processes need to reach it. */
  env: NodeJS.ProcessEnv;
}

/** Starts the embedded platform, or attaches to what is there. */
export async function openTarget(
  target: Target,
  options: EmbeddedPlatformOptions & { ca?: string | undefined },
): Promise<OpenTarget> {
  if (target.kind === 'embedded') {
    const platform: EmbeddedPlatform = await embeddedPlatform(options);
    return {
      session: embeddedSession(platform.ready),
      env: noProxy,
      [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
    };
  }
  return {
    session: { target },
    env: { ...(await trust({ ...target, ca: options.ca })), ...proxy() },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** The embedded platform is on this machine: a company's proxy has no business there. */
const noProxy: NodeJS.ProcessEnv = { HTTP_PROXY: '', HTTPS_PROXY: '', http_proxy: '', https_proxy: '' };

/** Node's fetch asks a proxy only when told to. */
function proxy(): NodeJS.ProcessEnv {
  const { HTTPS_PROXY, HTTP_PROXY, https_proxy: lower, http_proxy: lowerPlain } = process.env;
  return HTTPS_PROXY || HTTP_PROXY || lower || lowerPlain ? { NODE_USE_ENV_PROXY: '1' } : {};
}
