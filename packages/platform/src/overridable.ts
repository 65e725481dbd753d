/** A factory for each service. It may keep `services` for its methods, but must not read from it while it is called. */
export type Factories<Services extends object> = {
  [Name in keyof Services]: (services: Services) => Services[Name];
};

/**
 * Builds each service when it is first read, so services may depend on each other in circles. Assigning to a service, or
 * to a member of one, overrides it for every caller, because dependencies are read at the time of the call.
 */
export function overridable<Services extends object>(factories: Factories<Services>): Services {
  const services = {} as Services;
  for (const name of Object.keys(factories) as (keyof Services)[]) {
    const set = (value: Services[typeof name]) => {
      Object.defineProperty(services, name, { value, writable: true, enumerable: true, configurable: true });
      return value;
    };
    const get = () => set(factories[name](services));
    Object.defineProperty(services, name, { get, set, enumerable: true, configurable: true });
  }
  return services;
}
