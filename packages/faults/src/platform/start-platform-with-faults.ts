import { type Platform, type PlatformOptions, StartError, startPlatform } from '@uat/platform';
import { UatError } from '@uat/core';
import type { Fault } from '../define-fault.ts';
import { loadFaults } from '../load-faults.ts';
import { upstream } from '../wire/upstream.ts';
import { openWireProxy } from '../wire/wire-proxy.ts';

/**
 * Starts a platform that has the faults of these ids; a reverse proxy in front of it makes those of the wire.
 * @throws StartError for an unknown id, for a fault of packages, and for a fault of the wire with `tls`.
 */
export async function startPlatformWithFaults(
  ids: readonly string[],
  options: PlatformOptions = {},
): Promise<Platform> {
  const faults = await platformFaults(ids);
  const middlewares = faults.flatMap((fault) => (fault.layer === 'wire' ? [fault.install()] : []));
  const withServices: PlatformOptions = {
    ...options,
    extend: (internals) => {
      for (const fault of faults) if (fault.layer === 'service') fault.install(internals);
    },
  };
  if (middlewares.length === 0) return startPlatform(withServices);
  if (options.tls === true) throw new StartError('A fault of the wire cannot be had with --tls.');

  const undo = new AsyncDisposableStack();
  try {
    const proxy = undo.use(await openProxy(middlewares, options.port));
    const publicUrl = options.publicUrl ?? proxy.url;
    const platform = undo.use(await startPlatform({ ...withServices, port: 0, publicUrl }));
    proxy.forwardTo(upstream(platform.address));
    const running = undo.move();
    const close = () => running.disposeAsync();
    return { ...platform, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}

async function openProxy(middlewares: Parameters<typeof openWireProxy>[0]['middlewares'], port?: number) {
  try {
    return await openWireProxy({ middlewares, port });
  } catch (cause) {
    throw new StartError(`Port ${port} cannot be used (${String(cause)}).`, { cause });
  }
}

async function platformFaults(ids: readonly string[]): Promise<Fault[]> {
  const faults = await loadFaults(ids).catch((error: unknown): Fault[] => {
    throw error instanceof UatError ? new StartError(error.message) : error;
  });
  const ofPackages = faults.find(({ layer }) => layer === 'package');
  if (ofPackages !== undefined)
    throw new StartError(`${ofPackages.id} is a fault of packages, and a platform cannot have it.`);
  return faults;
}
