import { parse } from 'yaml';
import { z } from 'zod';

const name = z.string().min(1);
const partSchema = z.strictObject({
  surrogate: name.optional(),
  lead: name.optional(),
  dri: name.optional(),
  deciders: z.array(name).min(1).optional(),
});
const ownersSchema = z
  .strictObject({
    version: z.literal(1),
    people: z.array(name),
    teams: z.array(name),
    areas: z.record(
      name,
      partSchema.required().extend({ capabilities: z.record(name, partSchema).default({}) }),
    ),
  })
  .check((context) => {
    const { people, teams, areas } = context.value;
    const known = new Set([...people, ...teams]);
    for (const [area, { capabilities, ...whole }] of Object.entries(areas)) {
      check(whole, ['areas', area]);
      for (const [capability, part] of Object.entries(capabilities)) {
        check(part, ['areas', area, 'capabilities', capability]);
      }
    }
    function check(part: z.output<typeof partSchema>, path: string[]): void {
      for (const [role, named] of Object.entries(part)) {
        for (const one of [named].flat()) {
          if (one === undefined || known.has(one)) continue;
          const message = `'${one}' is neither among the people nor among the teams`;
          context.issues.push({ code: 'custom', message, path: [...path, role], input: named });
        }
      }
    }
  });

export type OwnersFile = z.output<typeof ownersSchema>;

export interface Owners {
  /** Speaks for the customer and owns the intent. */
  surrogate: string;
  /** Owns the PRD. */
  lead: string;
  /** Answers for feasibility and non-functional requirements. */
  dri: string;
  deciders: string[];
}

/** Parses `owners.yaml`; the problems are sentences with their position. */
export function parseOwners(
  written: string,
): { kind: 'owners'; owners: OwnersFile } | { kind: 'problems'; problems: string[] } {
  let value: unknown;
  try {
    value = parse(written);
  } catch (error) {
    return { kind: 'problems', problems: [(error as Error).message] };
  }
  const parsed = ownersSchema.safeParse(value);
  if (parsed.success) return { kind: 'owners', owners: parsed.data };
  return {
    kind: 'problems',
    problems: parsed.error.issues.map(({ path, message }) => `${path.map(String).join(' › ')}: ${message}.`),
  };
}

/** The owners of a capability: its own, and the rest from its area. Undefined for an unknown area. */
export function ownersOf({ areas }: OwnersFile, area: string, capability?: string): Owners | undefined {
  if (!Object.hasOwn(areas, area)) return undefined;
  const found = areas[area];
  if (found === undefined) return undefined;
  const { capabilities, ...whole } = found;
  const own =
    capability !== undefined && Object.hasOwn(capabilities, capability)
      ? capabilities[capability]
      : undefined;
  return {
    surrogate: own?.surrogate ?? whole.surrogate,
    lead: own?.lead ?? whole.lead,
    dri: own?.dri ?? whole.dri,
    deciders: own?.deciders ?? whole.deciders,
  };
}

/** Areas without an owner, and entries that do not match the suites, as sentences. */
export function ownerProblems(
  { areas }: OwnersFile,
  suites: Readonly<Record<string, readonly string[]>>,
): string[] {
  return [
    ...Object.keys(suites)
      .filter((area) => !Object.hasOwn(areas, area))
      .map((area) => `The area '${area}' has no owner in owners.yaml.`),
    ...Object.entries(areas).flatMap(([area, { capabilities }]) => {
      const known = Object.hasOwn(suites, area) ? suites[area] : undefined;
      if (known === undefined) return [`owners.yaml names the area '${area}', but there is no such suite.`];
      return Object.keys(capabilities)
        .filter((capability) => !known.includes(capability))
        .map(
          (capability) =>
            `owners.yaml names '${area} › ${capability}', but there is no suites/${area}/${capability}.spec.ts.`,
        );
    }),
  ];
}
