/** `/expression/flags`; anything else is plain text. */
const expression = /^\/(?<source>.+)\/(?<flags>[a-z]{0,3})$/s;

/**
 * A test for a pattern of a symptom: plain text, or a regular expression between slashes with the flags i, m or s. The
 * expression is RE2's, which takes linear time on any input, and so lacks back-references and look-around
 * (https://github.com/google/re2/wiki/Syntax).
 * @throws Error with a sentence about the mistake.
 */
export async function textPattern(pattern: string): Promise<(text: string) => boolean> {
  const { source, flags = '' } = expression.exec(pattern)?.groups ?? {};
  if (source === undefined) return (text) => text.includes(pattern);
  const unknown = /[^ims]/.exec(flags)?.[0];
  if (unknown !== undefined)
    throw new Error(`the flag ${unknown} of ${pattern} is unknown; use i, m or s, or none`);
  // Imported here: most runs have no symptoms, and every process would pay for the engine.
  const { RE2JS, RE2JSException } = await import('re2js');
  try {
    const compiled = RE2JS.compile(flags === '' ? source : `(?${flags})${source}`);
    if (compiled.test('')) throw new Error(`${pattern} matches any text; make it more specific`);
    return (text) => compiled.test(text);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new Error(
      `${pattern} is not a regular expression of RE2, which has no back-references and no look-around: ${error.message}`,
      { cause: error },
    );
  }
}
