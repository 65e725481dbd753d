import { configurationError } from '@uat/core';
import { inOrder, type Job, jobsOf } from './job.ts';
import { listSchedule, scheduleBound } from './list-schedule.ts';
import type { AreaModel, ShardModel } from './shard-model.ts';
import type { Unit } from './unit.ts';

/** The time of a shard before its own tests, by the areas that it runs. */
export interface AreaCosts {
  /**
   * Set-up, start of each area, and the areas before them, level by level as Playwright runs dependent projects. All
   * workers wait for it. 0 for a shard without areas.
   */
  before: (areas: readonly string[]) => number;
  /** Names of the tests that run before them. */
  prerequisites: (areas: readonly string[]) => string[];
  /** Time below which {@link AreaCosts.before} cannot be for an area. */
  bound: (area: string) => number;
  /** Time, without set-up, that areas and those before them take in all shards together when each is run by one only. */
  once: (areas: readonly string[]) => number;
  startSeconds: (area: string) => number;
}

/**
 * The costs of areas by the model, with the units of the areas that others come after.
 * @throws UatError (configuration) when areas come after each other in a circle.
 */
export function areaCosts(model: ShardModel, prerequisites: readonly Unit[]): AreaCosts {
  const { workers = 1, setUpSeconds = 0, areas = {} } = model;
  const jobs = Map.groupBy(jobsOf(prerequisites), ({ area }) => area);
  const modelOf = (area: string): AreaModel => (Object.hasOwn(areas, area) ? (areas[area] ?? {}) : {});
  const startSeconds = (area: string) => modelOf(area).startSeconds ?? 0;
  const levels = levelsOf(modelOf);

  /** Areas that run before these ones and have tests, by level. */
  const earlier = (names: readonly string[]): { area: string; level: number }[] => {
    const found = new Set<string>();
    const visit = (area: string) => {
      for (const before of modelOf(area).after ?? []) {
        if (found.has(before)) continue;
        found.add(before);
        visit(before);
      }
    };
    for (const name of names) visit(name);
    return [...found].filter((area) => jobs.has(area)).map((area) => ({ area, level: levels(area) }));
  };
  const inLevels = (names: readonly string[], time: (jobs: Job[]) => number) => {
    let seconds = 0;
    for (const level of Map.groupBy(earlier(names), (one) => one.level).values()) {
      const members = level.flatMap(({ area }) => jobs.get(area) ?? []);
      seconds += time(members.toSorted(inOrder));
      for (const { area } of level) seconds += startSeconds(area);
    }
    return setUpSeconds + seconds;
  };

  const known = new Map<string, number>();
  return {
    startSeconds,
    before(names) {
      if (names.length === 0) return 0;
      const sorted = names.toSorted();
      const key = sorted.join('\0');
      const before =
        known.get(key) ??
        sorted.reduce(
          (sum, area) => sum + startSeconds(area),
          inLevels(sorted, (members) => listSchedule(members, workers)),
        );
      known.set(key, before);
      return before;
    },
    prerequisites: (names) =>
      earlier(names).flatMap(({ area }) => (jobs.get(area) ?? []).flatMap(({ tests }) => tests)),
    bound: (area) => startSeconds(area) + inLevels([area], (members) => scheduleBound(members, workers)),
    once(names) {
      let seconds = 0;
      for (const area of new Set([...names, ...earlier(names).map((one) => one.area)])) {
        const work = (jobs.get(area) ?? []).reduce((sum, job) => sum + job.seconds, 0);
        seconds += startSeconds(area) + work / workers;
      }
      return seconds;
    },
  };
}

/** The level of an area: 0 when it comes after none, else one more than the highest before it. */
function levelsOf(modelOf: (area: string) => AreaModel): (area: string) => number {
  const levels = new Map<string, number>();
  const level = (area: string, path: readonly string[]): number => {
    const found = levels.get(area);
    if (found !== undefined) return found;
    if (path.includes(area))
      throw configurationError(
        `The areas ${[...path, area].join(' → ')} come after each other in a circle; remove one 'after'.`,
      );
    const after = (modelOf(area).after ?? []).map((before) => level(before, [...path, area]) + 1);
    levels.set(area, Math.max(0, ...after));
    return Math.max(0, ...after);
  };
  return (area) => level(area, []);
}
