// Variables by which code could be brought into the engine, or its own way of starting changed.
const reserved = /^(?:LD_|DYLD_|NODE_|UAT_)|^(?:PATH|HOME)$/u;

/**
 * The environment of an engine process: that of its parent, and what a deployment adds. A null takes a variable away.
 * Reserved names are left as they are and given back as `dropped`, to be told in the log.
 */
export function runtimeEnv(
  parent: NodeJS.ProcessEnv,
  asked: Readonly<Record<string, string | null>> = {},
): { env: NodeJS.ProcessEnv; dropped: string[] } {
  const env = { ...parent };
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (reserved.test(name)) dropped.push(name);
    else if (value === null) delete env[name];
    else env[name] = value;
  }
  return { env, dropped };
}
