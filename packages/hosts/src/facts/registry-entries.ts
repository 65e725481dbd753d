import type { RegistryEntry } from './host-facts.ts';

/** Lines of each registry printed by facts.sh, by section name. */
export type Sections = (name: string) => string[];

/** Parses the entries of the registries of dpkg, ucf and debconf; a registry that the host does not have is empty. */
export function registryEntries(lines: Sections): RegistryEntry[] {
  return [
    ...diversions(lines('diversions')),
    ...statOverrides(lines('statoverrides')),
    ...alternatives(lines('alternative-groups'), lines('alternative-links')),
    ...triggers(lines('triggers'), lines('file-triggers')),
    ...ucfFiles(lines('ucf-registry'), lines('ucf-sums')),
    ...debconf(lines('debconf-questions'), lines('debconf-templates')),
  ];
}

/** Three lines per diversion: the path, its new path, and the package; a colon stands for the administrator. */
function diversions(lines: string[]): RegistryEntry[] {
  return chunks(lines, 3).map(([name = '', to = '', by = ':']) => ({
    registry: 'diversion',
    name,
    value: by === ':' ? `to ${to}, local` : `to ${to}, by ${by}`,
    ...(by === ':' ? {} : { owner: by }),
  }));
}

/** `root messagebus 4754 /usr/lib/dbus-1.0/dbus-daemon-launch-helper`. */
function statOverrides(lines: string[]): RegistryEntry[] {
  return lines.flatMap((line) => {
    const { user, group, mode, name } =
      /^(?<user>\S+) (?<group>\S+) (?<mode>\S+) (?<name>.+)$/.exec(line)?.groups ?? {};
    return name === undefined ? [] : [{ registry: 'statoverride', name, value: `${mode} ${user}:${group}` }];
  });
}

/**
 * Groups of alternatives and their choices. A group's file, as written by update-alternatives, has its mode and link,
 * name and link of each slave up to an empty line, then each choice with its priority and a path per slave.
 */
function alternatives(lines: string[], links: string[]): RegistryEntry[] {
  const leadsTo = new Map(links.map((line) => line.split('\t') as [string, string]));
  const files = Map.groupBy(lines, (line) => line.slice(0, line.indexOf('\0')));
  return [...files].flatMap(([file, numbered]): RegistryEntry[] => {
    const group = file.slice(file.lastIndexOf('/') + 1);
    const content = numbered.map((line) => line.slice(line.indexOf('\0') + 1));
    const [mode = '', link = ''] = content;
    const end = content.indexOf('', 2);
    const slaves = chunks(content.slice(2, end), 2);
    // An empty line is a slave that the choice does not have, or the end.
    const choices = chunks(content.slice(end + 1), 2 + slaves.length).filter(
      ([path, priority]) => Boolean(path) && priority !== undefined,
    );
    const others = slaves.map(([name, path]) => `, ${name} ${path}`).join('');
    return [
      {
        registry: 'alternative',
        name: group,
        value: `${mode}, ${link} to ${leadsTo.get(group) ?? 'nothing'}${others}`,
      },
      ...choices.map(([path = '', priority = '', ...of]): RegistryEntry => ({
        registry: 'alternative',
        name: `${group}: ${path}`,
        value: [`priority ${priority}`, ...of.filter(Boolean)].join(', '),
      })),
    ];
  });
}

/**
 * Which package waits for which trigger: the file of a named trigger has a package per line, and `File` has the paths
 * with
 * their packages. How a package waits may follow its name.
 */
function triggers(named: string[], onFiles: string[]): RegistryEntry[] {
  const waits = (name: string, who: string): RegistryEntry => {
    const [owner = '', how = 'await'] = who.split('/');
    return { registry: 'trigger', name, owner, value: `${how}, by ${owner}` };
  };
  return [
    ...named.map((line) => {
      const [file = '', who = ''] = line.split('\0');
      return waits(file.slice(file.lastIndexOf('/') + 1), who);
    }),
    ...onFiles.flatMap((line) => {
      const at = line.lastIndexOf(' ');
      return at < 0 ? [] : [waits(line.slice(0, at), line.slice(at + 1))];
    }),
  ];
}

/** Files whose settings ucf merges, from its registry of packages and its list of checksums. */
function ucfFiles(registry: string[], sums: string[]): RegistryEntry[] {
  const fields = (lines: string[]) =>
    lines.flatMap((line) => {
      const [, first, path] = /^\s*(\S+)\s+(\/.*?)\s*$/.exec(line) ?? [];
      return first === undefined || path === undefined ? [] : [[path, first] as const];
    });
  const owners = new Map(fields(registry));
  const known = new Set(fields(sums).map(([path]) => path));
  return [...new Set([...owners.keys(), ...known])].map((name): RegistryEntry => {
    const owner = owners.get(name);
    const parts = [
      ...(owner === undefined ? [] : [`registered by ${owner}`]),
      ...(known.has(name) ? ['with a sum'] : []),
    ];
    return { registry: 'ucf', name, value: parts.join(', '), ...(owner === undefined ? {} : { owner }) };
  });
}

/**
 * A question or template for each package that owns it: several may share one. debconf records the packages that own a
 * question, and the questions that own a template.
 */
function debconf(questions: string[], templates: string[]): RegistryEntry[] {
  const owned = (lines: string[]) =>
    lines.map((line) => {
      const [name = '', owners = ''] = line.split('\t');
      return { name, owners: owners.split(/,\s*/).filter(Boolean) };
    });
  const packagesOf = new Map(owned(questions).map(({ name, owners }) => [name, owners]));
  const all = [
    ...owned(questions).flatMap(({ name, owners }) =>
      owners.map((owner) => ({ name, owner, part: 'question' })),
    ),
    ...owned(templates).flatMap(({ name, owners }) => {
      const packages = new Set(owners.flatMap((question) => packagesOf.get(question) ?? []));
      return [...(packages.size === 0 ? [''] : packages)].map((owner) => ({ name, owner, part: 'template' }));
    }),
  ];
  const grouped = Map.groupBy(all, ({ name, owner }) => `${name}\0${owner}`).values();
  return [...grouped].flatMap((parts): RegistryEntry[] => {
    const [first] = parts;
    if (first === undefined) return [];
    const { name, owner } = first;
    const kinds = parts.map(({ part }) => part).join(' and ');
    return owner === ''
      ? [{ registry: 'debconf', name, value: kinds }]
      : [{ registry: 'debconf', name, owner, value: `${kinds} of ${owner}` }];
  });
}

function chunks(lines: string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, index) =>
    lines.slice(index * size, (index + 1) * size),
  );
}
