import { responseProblems, loadContract } from '@uat/contract';
import { expect } from 'vitest';

type Body = ReturnType<typeof JSON.parse>;

/** A response of the API that matches the contract. */
export interface CheckedAnswer {
  status: number;
  headers: Headers;
  // The contract has been checked; the tests check the content.
  body: Body;
}

/** Calls the API by method and path below `/api`. Fails the test when the response violates the contract. */
export type Call = (
  method: string,
  path: string,
  options?: { token?: string } & RequestInit,
) => Promise<CheckedAnswer>;

/** Calls the platform at `url`, and checks every response against the contract. */
export async function createApiClient(url: string): Promise<Call> {
  const contract = await loadContract();
  return async (method, path, { token, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const answer = await fetch(`${url}/api${path}`, { ...init, method, headers, redirect: 'manual' });
    const contentType = answer.headers.get('content-type');
    const text = await answer.text();
    const body = contentType?.includes('json') ? JSON.parse(text) : text;
    const { status } = answer;
    expect(
      responseProblems(contract, { method, path, status, contentType, body, headers: answer.headers }),
    ).toEqual([]);
    return { status, headers: answer.headers, body };
  };
}
