import type { PlatformInternals } from '@uat/platform';

export interface RecordedPlatform {
  /** The inside of the platform; what is changed there changes nothing of it. */
  internals: PlatformInternals;
  /** What has been changed so far: members by their path (`services.relations.judge`), hooks by their name. */
  changes: () => string[];
}

/**
 * Stands in front of the inside of a platform and records what a fault exchanges. One platform serves for all faults,
 * since none of them reaches it.
 */
export function recordedPlatform({ services, http }: PlatformInternals): RecordedPlatform {
  const changed = new Set<string>();
  const addHook = (name: string) => void changed.add(`http.addHook ${name}`);
  return {
    internals: {
      services: recorded(services, 'services', changed),
      http: new Proxy(http, {
        get: (real, key) => (key === 'addHook' ? addHook : Reflect.get(real, key, real)),
      }),
    },
    changes: () => [...changed],
  };
}

/** An object whose members can be read, and whose changes, at any depth, are kept beside it. */
function recorded<Value extends object>(real: Value, path: string, changed: Set<string>): Value {
  const beside = new Map<PropertyKey, unknown>();
  const write = (key: PropertyKey, value: unknown) => {
    if (!Object.is(value, beside.has(key) ? beside.get(key) : Reflect.get(real, key)))
      changed.add(`${path}.${String(key)}`);
    beside.set(key, value);
    return true;
  };
  const read = (key: PropertyKey): unknown => {
    if (beside.has(key)) return beside.get(key);
    const value: unknown = Reflect.get(real, key);
    if (!isPlain(value)) return value;
    const inner = recorded(value, `${path}.${String(key)}`, changed);
    beside.set(key, inner);
    return inner;
  };
  // The proxy of a frozen object may not show other values than its own, that of an empty one may.
  const shadow = (Array.isArray(real) ? [] : {}) as Value;
  return new Proxy(shadow, {
    get: (_, key) => read(key),
    set: (_, key, value) => write(key, value),
    defineProperty: (_, key, { value }) => write(key, value),
    deleteProperty: (_, key) => write(key, undefined),
    has: (_, key) => beside.has(key) || Reflect.has(real, key),
    ownKeys: () => [...new Set([...Reflect.ownKeys(real), ...beside.keys()])] as (string | symbol)[],
    getOwnPropertyDescriptor: (_, key) =>
      Reflect.has(real, key)
        ? { value: read(key), enumerable: isEnumerable(real, key), configurable: true, writable: true }
        : undefined,
  });
}

const isEnumerable = (real: object, key: PropertyKey) =>
  Object.prototype.propertyIsEnumerable.call(real, key);

/** Whether a value is data or a set of functions, and no instance that knows itself by its identity. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
