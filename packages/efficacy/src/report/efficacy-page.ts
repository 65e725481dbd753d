import type { PlannedTest } from '@uat/record';
import type { MeasuredFault } from '../measured-fault.ts';
import type { FaultResult } from '../fault-result.ts';
import { html, type Html } from './html.ts';
import type { Measurement } from '../measure-area.ts';
import { pageStyle } from './page-style.ts';

export interface EfficacyPageInput extends Measurement {
  /** Name of the area in reports. */
  title: string;
  faults: readonly MeasuredFault[];
  tests: readonly PlannedTest[];
  /** Time of the measurement. */
  at: Date;
}

/** A capability, with the ids of its tests. */
interface Column {
  name: string;
  area: string;
  ids: ReadonlySet<string>;
}

const order = { survived: 0, broken: 1, caught: 2 } as const satisfies Record<FaultResult['kind'], number>;

/** The matrix as one self-contained page: a row per fault, a column per capability, survivors on top. */
export function efficacyPage({ title, report, results, faults, tests, at }: EfficacyPageInput): string {
  const columns = columnsOf(tests);
  const rows = results.toSorted((a, b) => order[a.kind] - order[b.kind]);
  const titles = new Map(tests.map((test) => [test.id, test.title]));
  const { total, caught, survived, broken, falseAlarms, secondsToDetect, apfd, fast, stopped } = report;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}: ${caught} of ${total} faults caught</title>
        <style>
          ${{ markup: pageStyle }}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p>
            Each row is a fault, seeded by itself in the embedded platform. The cells show the capabilities
            whose tests turned red.
          </p>
          <dl>
            ${figure(`${caught} of ${total}`, 'caught', caught === total ? 'good' : 'bad')}
            ${figure(survived.length, 'survived', survived.length === 0 ? 'good' : 'bad')}
            ${figure(broken.length, 'did not start', broken.length === 0 ? 'good' : 'bad')}
            ${figure(falseAlarms.length, 'false alarms', falseAlarms.length === 0 ? 'good' : 'bad')}
            ${figure(secondsText(secondsToDetect.median), 'median time to detect', 'plain')}
            ${figure(secondsText(secondsToDetect.max), 'longest', 'plain')}
            ${apfd === null ? html`` : figure(apfd, 'APFD', 'plain')}
          </dl>
          ${falseAlarms.length === 0 ? html`` : html`<p class="bad">Red on the clean platform: ${falseAlarms.map((id) => titles.get(id) ?? id).join('; ')}.</p>`}
        </header>
        <table>
          <thead>
            <tr>
              <th scope="col">fault</th>
              <th scope="col" class="wide">what a user would notice</th>
              ${columns.map(
                ({ name, area }) =>
                  html`<th scope="col" class="capability">
                    <span>${name} <small>${area}</small></span>
                  </th>`,
              )}
              <th scope="col" class="number">tests</th>
              <th scope="col" class="number">seconds</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((result) => rowHtml(result, faults, columns, titles))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="2">faults caught by each capability</th>
              ${columns.map(({ ids }) => {
                const count = results.filter(({ row }) => row.caughtBy.some((id) => ids.has(id))).length;
                return html`<td>${count === 0 ? '' : count}</td>`;
              })}
              <td class="number">${new Set(results.flatMap(({ row }) => row.caughtBy)).size}</td>
              <td></td>
            </tr>
          </tfoot>
        </table>
        <footer>
          <p>
            <span class="cell caught">2</span> two tests of the capability caught it
            <span class="cell also">1</span> one is red for another reason
          </p>
          <p>
            ${fast ? 'Only the tests that claim to catch a fault were run.' : 'All tests of the area and its smoke layer were run.'}
            ${stopped ? 'Each run ended as soon as a test had caught its fault; others may catch it, too.' : ''}
            Measured ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC.
          </p>
        </footer>
      </body>
    </html> `;
  return page.markup;
}

function columnsOf(tests: readonly PlannedTest[]): Column[] {
  const groups = Map.groupBy(tests, ({ area, capability }) => `${area} › ${capability}`);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ name: first.capability, area: first.area, ids: new Set(members.map(({ id }) => id)) }];
  });
}

function rowHtml(
  result: FaultResult,
  faults: readonly MeasuredFault[],
  columns: readonly Column[],
  titles: ReadonlyMap<string, string>,
): Html {
  const { kind, row } = result;
  const fault = faults.find(({ id }) => id === row.fault);
  return html`<tr class="${kind}">
    <th scope="row">${row.fault}</th>
    <td class="wide">
      ${fault?.sentence ?? ''}
      <small>${kind === 'broken' ? `did not start: ${result.why}` : (fault?.source ?? '')}</small>
    </td>
    ${columns.map(({ ids }) =>
      cellHtml(
        row.caughtBy.filter((id) => ids.has(id)),
        row.alsoRed.filter((id) => ids.has(id)),
        titles,
      ),
    )}
    <td class="number">
      ${kind === 'caught' ? row.caughtBy.length : kind === 'survived' ? 'SURVIVED' : 'BROKEN'}
    </td>
    <td class="number">${row.seconds === null ? '' : row.seconds.toFixed(1)}</td>
  </tr> `;
}

function cellHtml(caughtBy: string[], alsoRed: string[], titles: ReadonlyMap<string, string>): Html {
  const cell = (ids: string[], look: 'caught' | 'also') =>
    ids.length === 0
      ? html``
      : html`<span class="cell ${look}" title="${ids.map((id) => titles.get(id) ?? id).join('\n')}"
          >${ids.length}</span
        >`;
  return html`<td>${cell(caughtBy, 'caught')}${cell(alsoRed, 'also')}</td>`;
}

const figure = (value: string | number, label: string, look: 'good' | 'bad' | 'plain') =>
  html`<div class="${look}">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const secondsText = (seconds: number | null) => (seconds === null ? '–' : `${seconds.toFixed(1)} s`);
