import { describe, expect, test } from 'vitest';
import { apiProblem } from '../client/api-problem.ts';
import { stubGithub } from '../testing/stub-github.ts';
import { commentMarker, markerLine } from './comment-marker.ts';
import { postComment } from './post-comment.ts';

const list = 'GET /repos/acme/uat/issues/12/comments';
const create = 'POST /repos/acme/uat/issues/12/comments';
const edit = 'PATCH /repos/acme/uat/issues/comments/77';
const ours = (number: number, stage = 'embedded') =>
  `${markerLine(commentMarker(stage, { number, attempt: 1 }))}\nolder text`;
const body = ours(41);
const comment = (text: string, type = 'Bot', id = 77) => ({ id, body: text, user: { type } });
const failure = async (posted: Promise<unknown>) => {
  const error = await posted.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return apiProblem(error, 'pull-requests: write');
};

describe('the comment of a stage', () => {
  test('is created when there is none', async () => {
    await using github = await stubGithub({
      [list]: { body: [comment('LGTM', 'User')] },
      [create]: { status: 201 },
    });

    await expect(postComment(github.client, 12, body)).resolves.toBe('created');
    expect(github.sent).toEqual([{ body }]);
  });

  test('is edited in place, also when it is on a later page', async () => {
    const next = '<<API>/repos/acme/uat/issues/12/comments?page=2>; rel="next"';
    await using github = await stubGithub({
      [list]: [
        { headers: { link: next }, body: [comment('LGTM', 'User', 1)] },
        { body: [comment(ours(40))] },
      ],
      [edit]: {},
    });

    await expect(postComment(github.client, 12, body)).resolves.toBe('edited');
    expect(github.requests.filter((one) => one.startsWith('GET'))).toHaveLength(2);
    expect(github.sent).toEqual([{ body }]);
  });

  test.each([
    { what: 'of another stage', there: comment(ours(40, 'staging')) },
    { what: 'that somebody copied', there: comment(ours(40), 'User') },
  ])('leaves a comment $what alone', async ({ there }) => {
    await using github = await stubGithub({ [list]: { body: [there] }, [create]: { status: 201 } });

    await expect(postComment(github.client, 12, body)).resolves.toBe('created');
  });

  test('of a later run is not replaced by that of an earlier one', async () => {
    await using github = await stubGithub({ [list]: { body: [comment(ours(42))] } });

    await expect(postComment(github.client, 12, body)).resolves.toBe('outdated');
    expect(github.sent).toEqual([]);
  });

  test('is tried again after an error of the server', async () => {
    await using github = await stubGithub({
      [list]: [{ status: 502 }, { body: [] }],
      [create]: { status: 201 },
    });

    await expect(postComment(github.client, 12, body)).resolves.toBe('created');
  });
});

describe('a refusal says what to do', () => {
  test.each([
    {
      what: 'of a pull request from a fork',
      answer: { status: 403, body: { message: 'Resource not accessible by integration' } },
      says: 'the token lacks the permission pull-requests: write. A pull request from a fork never has it.',
    },
    {
      what: 'of a rate limit that ends later than we wait',
      answer: {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 3_600),
        },
        body: { message: 'API rate limit exceeded' },
      },
      says: "GitHub's rate limit is used up (403); rerun this job later.",
    },
  ])('$what', async ({ answer, says }) => {
    await using github = await stubGithub({ [list]: { body: [] }, [create]: answer });

    await expect(failure(postComment(github.client, 12, body))).resolves.toContain(says);
  });

  test('of a rate limit that ends soon is waited for', async () => {
    const soon = { status: 429, headers: { 'retry-after': '0' }, body: { message: 'secondary rate limit' } };
    await using github = await stubGithub({ [list]: [soon, { body: [] }], [create]: { status: 201 } });

    await expect(postComment(github.client, 12, body)).resolves.toBe('created');
  });

  test('of a server that is not there', async () => {
    const github = await stubGithub({});
    await github[Symbol.asyncDispose]();

    await expect(failure(postComment(github.client, 12, body))).resolves.toMatch(/GitHub/);
  });
});
