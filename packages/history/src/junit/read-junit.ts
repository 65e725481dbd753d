import { configurationError } from '@uat/core';
import { slug } from 'github-slugger';
import type { XmlElement, XmlNode } from 'libxml2-wasm';
import type { TestResult } from '../test-result.ts';

/** A JUnit file of another tool. */
export interface JunitFile {
  name: string;
  bytes: Uint8Array;
}

/** A test case of a JUnit file. */
export interface JunitCase {
  id: string;
  title: string;
  outcome: TestResult['outcome'];
  attempts: number;
  seconds: number;
  /** Error, or reason for being skipped. */
  detail?: string;
  /** Error of the last failed attempt. */
  error?: string;
}

export interface JunitDocument {
  /** The earliest time in the file. */
  startedAt: Date | undefined;
  cases: JunitCase[];
}

/**
 * Reads a JUnit file: Surefire's dialect with its reruns, and the subsets of it that other tools write.
 * @throws UatError (configuration) that names file and line, when it is not well-formed XML or not JUnit.
 */
export async function readJunit({ name, bytes }: JunitFile): Promise<JunitDocument> {
  // Imported here: it is WebAssembly, and only an import needs it.
  const { ParseOption, XmlDocument, XmlLibError } = await import('libxml2-wasm');
  try {
    // Neither a network nor another file is read, whatever entities the document declares.
    using document = XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET,
    });
    const { root } = document;
    if (!['testsuites', 'testsuite'].includes(root.name))
      throw configurationError(
        `${name}, line ${root.line}: expected JUnit's <testsuites> or <testsuite>, found <${root.name}>.`,
      );
    const times = elements(root, 'descendant-or-self::*[self::testsuite or self::testsuites]/@timestamp')
      .flatMap((one) => timeIn(one.content) ?? [])
      .toSorted((a, b) => +a - +b);
    return { startedAt: times[0], cases: elements(root, './/testcase').map(caseIn) };
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [detail] = error.details;
    throw configurationError(
      `${name}, line ${detail?.line ?? 1}: not well-formed XML: ${(detail?.message ?? error.message).trim()}.`,
      { cause: error },
    );
  }
}

const elements = (node: XmlNode, xpath: string) => node.find(xpath) as XmlElement[];

const attribute = (element: XmlElement, name: string) => element.attr(name)?.value ?? '';

/** A time; without a zone, as JUnit writes it, it counts as UTC. */
function timeIn(text: string): Date | undefined {
  const time = new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.valueOf()) ? undefined : time;
}

function caseIn(element: XmlElement): JunitCase {
  const failures = elements(element, 'failure | error');
  const reruns = elements(element, 'flakyFailure | flakyError | rerunFailure | rerunError');
  const skipped = elements(element, 'skipped');
  const isLeftOut = skipped.length > 0 || /^(notrun|disabled)$/i.test(attribute(element, 'status'));
  const error = failures[0] ?? reruns.at(-1);
  const message = error === undefined ? undefined : messageOf(error) || 'no error was recorded';
  const reason = message ?? (skipped[0] === undefined ? '' : messageOf(skipped[0]));
  return {
    ...namesOf(element),
    outcome: failures.length > 0 ? 'failed' : reruns.length > 0 ? 'flaky' : isLeftOut ? 'skipped' : 'passed',
    attempts: isLeftOut && failures.length === 0 ? 0 : 1 + reruns.length,
    // Some tools write 1,234.5.
    seconds: secondsIn(attribute(element, 'time').replaceAll(',', '')),
    ...(reason === '' ? {} : { detail: reason }),
    ...(message === undefined ? {} : { error: message }),
  };
}

function secondsIn(text: string): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

/** The message of a failure or a skip, else the first line of its text; empty without either. */
function messageOf(element: XmlElement): string {
  const text = element.content.trim().split('\n')[0] ?? '';
  return attribute(element, 'message').trim() || text || attribute(element, 'type');
}

/**
 * Id and title of a test case. A file of `uat` holds its own ids; Playwright's names of files and tests lead to the same
 * ones. Otherwise the id is the class, or the suite, and the name.
 */
function namesOf(element: XmlElement): Pick<JunitCase, 'id' | 'title'> {
  const name = attribute(element, 'name');
  const [ours] = elements(element, 'properties/property[@name="id"]/@value').map(({ content }) => content);
  const { parent } = element;
  const suite = parent === null ? '' : attribute(parent, 'name');
  const place = attribute(element, 'classname') || suite || attribute(element, 'file') || 'junit';
  const isSpec = /\.spec\.[cm]?[jt]sx?$/.test(place);
  const title = (isSpec ? name.split(' › ').at(-1) : name)?.trim() || 'unnamed';
  if (ours?.includes('#') === true) return { id: ours, title };
  return { id: `${place.replace(/\.spec\.[cm]?[jt]sx?$/, '').replaceAll('#', '.')}#${slug(title)}`, title };
}
