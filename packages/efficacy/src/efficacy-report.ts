import { apfd } from './apfd.ts';
import type { Finding, MatrixRow } from './finding.ts';

/** The answer of `uat efficacy AREA --json`, schemaVersion 1. Ids are those of faults and of tests. */
export interface EfficacyReport {
  schemaVersion: 1;
  area: string;
  /** Faults that were switched on. */
  total: number;
  caught: number;
  survived: string[];
  /** Those with which the platform did not start, or did not stay. */
  broken: string[];
  /** Tests that are red on the clean platform. */
  falseAlarms: string[];
  /** Only the tests that claim to notice a fault were run. */
  fast: boolean;
  /** Each run ended with the first red that was confirmed: what else would have turned red is not known. */
  stopped: boolean;
  /** Of those that were caught; `null` when none was. */
  secondsToDetect: { median: number | null; max: number | null };
  apfd: number | null;
  matrix: MatrixRow[];
}

export interface EfficacyReportInput {
  area: string;
  fast: boolean;
  stopWhenCaught: boolean;
  findings: readonly Finding[];
  falseAlarms: string[];
  /** Ids of the tests in the order in which the clean run executed them. */
  order: readonly string[];
}

/** Adds up what became of the faults of an area. */
export function efficacyReport({
  area,
  fast,
  stopWhenCaught,
  findings,
  falseAlarms,
  order,
}: EfficacyReportInput): EfficacyReport {
  const idsOf = (kind: Finding['kind']) =>
    findings.filter((finding) => finding.kind === kind).map(({ row }) => row.fault);
  const seconds = findings.flatMap(({ row }) => row.seconds ?? []).toSorted((a, b) => a - b);
  // A platform that does not start holds no fault that a test could find.
  const judged = findings.filter(({ kind }) => kind !== 'broken').map(({ row }) => row.caughtBy);
  // Which test of all would have been the first, only a run that goes on to its end can tell.
  const early = fast || stopWhenCaught ? null : apfd({ order, detectedBy: judged });
  return {
    schemaVersion: 1,
    area,
    total: findings.length,
    caught: idsOf('caught').length,
    survived: idsOf('survived'),
    broken: idsOf('broken'),
    falseAlarms,
    fast,
    stopped: stopWhenCaught,
    secondsToDetect: { median: median(seconds), max: seconds.at(-1) ?? null },
    apfd: early === null ? null : Math.round(early * 1000) / 1000,
    matrix: findings.map(({ row }) => row),
  };
}

/** Whether the suites notice all that they were shown, nothing that is not there, and nothing that has another cause. */
export function isWhole({
  report,
  findings,
}: {
  report: EfficacyReport;
  findings: readonly Finding[];
}): boolean {
  const { total, caught, falseAlarms } = report;
  const unexplained = findings.some((finding) => finding.kind === 'caught' && finding.unexplained.length > 0);
  return caught === total && falseAlarms.length === 0 && !unexplained;
}

function median(sorted: readonly number[]): number | null {
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10;
}
