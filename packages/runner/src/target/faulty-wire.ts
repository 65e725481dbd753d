import { directRoute, type Session } from '@uat/config';
import { loadFaults, openWireProxy, rewriteOrigin, upstream } from '@uat/faults';
import type { OpenTarget } from './open-target.ts';

/** A way to a target on which faults happen: tests take it, and the session itself does not. */
export interface FaultyWire extends AsyncDisposable {
  /** The target as its tests reach it. */
  through: (target: Session['target']) => Session['target'];
  /** Variables that child processes need on this way. */
  env: NodeJS.ProcessEnv;
}

/** Opens a reverse proxy, in front of a target that is there, with the wire faults of these ids. */
export async function faultyWire(open: OpenTarget, ids: readonly string[]): Promise<FaultyWire> {
  const faults = await loadFaults(ids);
  const middlewares = faults.flatMap((fault) => (fault.layer === 'wire' ? [fault.install()] : []));
  const proxy = await openWireProxy({ middlewares });
  const rewrite = rewriteOrigin({ proxy: proxy.url, target: open.target.url });
  const send = upstream(open.target.url, { env: open.env });
  proxy.forwardTo((request) => rewrite(request, send));
  return {
    through: ({ proxy: _, browserProxy: __, ...target }) => ({ ...target, url: proxy.url }),
    env: { ...open.env, ...directRoute.env },
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}
