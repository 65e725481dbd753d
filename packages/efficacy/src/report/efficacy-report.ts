import { apfd } from './apfd.ts';
import type { FaultResult, MatrixRow } from '../fault-result.ts';

/** The JSON of `uat efficacy AREA --json`, schemaVersion 1, with ids of faults and tests. */
export interface EfficacyReport {
  schemaVersion: 1;
  area: string;
  /** Number of faults that were seeded. */
  total: number;
  caught: number;
  survived: string[];
  /** Ids of faults with which the platform did not start, or stopped. */
  broken: string[];
  /** Ids of tests that are red on the clean platform. */
  falseAlarms: string[];
  /** Whether only the tests that claim to catch a fault were run. */
  fast: boolean;
  /** Whether each run ended with the first confirmed catch, so that other catches are unknown. */
  stopped: boolean;
  /** Seconds until faults were caught; `null` when none was. */
  secondsToDetect: { median: number | null; max: number | null };
  apfd: number | null;
  matrix: MatrixRow[];
}

export interface EfficacyReportInput {
  area: string;
  fast: boolean;
  stopWhenCaught: boolean;
  results: readonly FaultResult[];
  falseAlarms: string[];
  /** Ids of the tests in the order in which the clean run executed them. */
  order: readonly string[];
}

/** Sums up the results of the faults of an area. */
export function efficacyReport({
  area,
  fast,
  stopWhenCaught,
  results,
  falseAlarms,
  order,
}: EfficacyReportInput): EfficacyReport {
  const idsOf = (kind: FaultResult['kind']) =>
    results.filter((result) => result.kind === kind).map(({ row }) => row.fault);
  const seconds = results.flatMap(({ row }) => row.seconds ?? []).toSorted((a, b) => a - b);
  // In a platform that does not start, no test can find a fault.
  const judged = results.filter(({ kind }) => kind !== 'broken').map(({ row }) => row.caughtBy);
  // Only complete runs show which test would have been the first.
  const early = fast || stopWhenCaught ? null : apfd({ order, detectedBy: judged });
  return {
    schemaVersion: 1,
    area,
    total: results.length,
    caught: idsOf('caught').length,
    survived: idsOf('survived'),
    broken: idsOf('broken'),
    falseAlarms,
    fast,
    stopped: stopWhenCaught,
    secondsToDetect: { median: median(seconds), max: seconds.at(-1) ?? null },
    apfd: early === null ? null : Math.round(early * 1000) / 1000,
    matrix: results.map(({ row }) => row),
  };
}

/** Whether all faults were caught, without false alarms and without unexplained failures. */
export function isSuccessful({
  report,
  results,
}: {
  report: EfficacyReport;
  results: readonly FaultResult[];
}): boolean {
  const { total, caught, falseAlarms } = report;
  const unexplained = results.some((result) => result.kind === 'caught' && result.unexplained.length > 0);
  return caught === total && falseAlarms.length === 0 && !unexplained;
}

function median(sorted: readonly number[]): number | null {
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10;
}
