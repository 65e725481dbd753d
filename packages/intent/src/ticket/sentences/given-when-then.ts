/** Words that begin the steps of a scenario, in the languages of the vocabulary. */
const steps = [
  [
    'given',
    /^(?:given|dado(?:s)?(?: que)?|dada(?:s)?|étant donné(?:e|s|es)?(?: que)?|etant donne|soit|angenommen|gegeben(?: sei(?:en)?| ist| sind)?|前提)(?=[\s:：、,]|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/iu,
  ],
  [
    'when',
    /^(?:when|cuando|quand|lorsque?|lorsqu['’]|wenn|falls|もし|いつ)(?=[\s:：、,'’]|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/iu,
  ],
  [
    'then',
    /^(?:then|entonces|alors|dann|ならば|その場合)(?=[\s:：、,]|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/iu,
  ],
] as const;

export type Step = (typeof steps)[number][0];

/** The kind of step that a line is, or undefined. The words after it must be meaningful. */
export function stepOf(text: string): Step | undefined {
  const plain = text.replace(/^[\s*_"“>-]+/, '');
  for (const [step, pattern] of steps) {
    const found = pattern.exec(plain);
    if (found !== null && plain.slice(found[0].length).replaceAll(/[\s\p{P}\p{S}]/gu, '').length >= 4)
      return step;
  }
  return undefined;
}

/**
 * The lines that form a scenario: `when` and `then`, or `given` and `then`, in this order and close together, possibly
 * in
 * one sentence. Indices into the lines.
 */
export function scenarios(lines: readonly string[]): number[] {
  const found: number[] = [];
  let begun: { at: number; last: number } | undefined;
  for (const [at, line] of lines.entries()) {
    if (isScenarioInOneLine(line)) {
      found.push(at);
      begun = undefined;
      continue;
    }
    const step = stepOf(line);
    if (begun !== undefined && at - begun.last > 3) begun = undefined;
    if (step === 'given' || (step === 'when' && begun === undefined)) begun = { at, last: at };
    else if (step === 'then' && begun !== undefined) {
      found.push(at);
      begun = undefined;
    } else if (begun !== undefined && step !== undefined) begun.last = at;
    else if (begun !== undefined && /^(?:and|but|y|e|et|und|aber|かつ|mais|pero)\b/iu.test(line))
      begun.last = at;
  }
  return found;
}

const oneLine = [
  /^given .{5,300}?\bwhen .{5,300}?\bthen .{5,}/is,
  /^dad[oa]s? .{5,300}?\bcuando .{5,300}?\bentonces .{5,}/is,
  /^étant donné.{5,300}?\b(?:quand|lorsqu).{5,300}?\balors .{5,}/is,
  /^(?:angenommen|gegeben) .{5,300}?\bwenn .{5,300}?\bdann .{5,}/is,
];

function isScenarioInOneLine(line: string): boolean {
  const plain = line.replaceAll(/[*_]/g, '').trim();
  return oneLine.some((pattern) => pattern.test(plain));
}
