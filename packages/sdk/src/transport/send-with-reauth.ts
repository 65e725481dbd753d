import type { Answer } from './transport.ts';
import { AuthenticationError } from '../errors/api-error.ts';
import { exchange, type Line, type Question } from './send-once.ts';
import type { SignIn } from '../sign-in.ts';

/** The answer to keep, what to say about how it came, and the error that hid behind it, if any. */
export interface Conversation {
  readonly answer: Answer;
  readonly note?: string;
  readonly error?: unknown;
}

/**
 * Asks with the sign-in's bearer. On a 401 a renewable sign-in is renewed once and the question asked once more;
 * a fixed token is simply refused. A caller's own Authorization header is sent as it is, and never retried.
 */
export async function converse(line: Line, signIn: SignIn, question: Question): Promise<Conversation> {
  if (question.headers.has('authorization')) return { answer: await exchange(line, question) };
  const bearer = await signIn.bearer();
  const answer = await exchange(line, question, bearer);
  if (answer.status !== 401 || bearer === undefined || !signIn.renewable) return { answer };
  try {
    const renewed = await signIn.renewed(bearer);
    return { answer: await exchange(line, question, renewed), note: ', also with a renewed sign-in' };
  } catch (error) {
    if (error instanceof AuthenticationError)
      return { answer, note: '; renewing the sign-in was refused too' };
    return { answer, error };
  }
}
