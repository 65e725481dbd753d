import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { gateState } from './gate-state.ts';
import { issuePage } from './pages/issue-page.ts';
import type { OperatorView } from './operator-view.ts';
import { overviewPage } from './pages/overview-page.ts';
import { identifierPattern, redirectPath } from './login/redirect-path.ts';
import { plainPage } from './pages/page.ts';
import { sendPage } from './pages/send-page.ts';

/** Outcome of a button, shown on the page that follows. */
const notices = {
  retried: 'The write is back in the queue.',
  gone: 'That write is no longer a dead letter: it was retried or removed already.',
  rechecked: 'The ticket will be judged again in a moment.',
  unknown: 'The gate no longer knows this ticket, so it cannot judge it.',
};
type Notice = keyof typeof notices;

const query = z.object({
  notice: z
    .enum(Object.keys(notices) as [Notice, ...Notice[]])
    .optional()
    .catch(undefined),
});
const retryForm = z.object({ id: z.string(), back: redirectPath });
const recheckForm = z.object({ issueId: z.string() });

/** The pages that show the state, and their two buttons. */
export function stateRoutes(app: FastifyInstance, view: OperatorView, now: () => number): void {
  const told = (given: unknown) => {
    const { notice } = query.parse(given);
    return notice === undefined ? undefined : notices[notice];
  };
  const goOn = (reply: FastifyReply, path: string, notice: Notice) =>
    reply.redirect(`${path}?notice=${notice}`, 303);

  app.get('/', async (request, reply) =>
    sendPage(reply, overviewPage(await gateState(view), now(), told(request.query))),
  );

  app.get<{ Params: { identifier: string } }>('/issues/:identifier', async (request, reply) => {
    const identifier = request.params.identifier.toUpperCase();
    if (!identifierPattern.test(identifier)) {
      return sendPage(
        reply.code(404),
        plainPage(
          'No such ticket',
          'A ticket identifier consists of the team’s key and a number, such as ENG-2861.',
          {
            href: '/',
            text: 'Overview',
          },
        ),
      );
    }
    return sendPage(reply, issuePage(identifier, await gateState(view), now(), told(request.query)));
  });

  app.post('/dead-letters/retry', async (request, reply) => {
    const { id, back } = retryForm.parse(request.body);
    return goOn(reply, back, (await view.retry(id)) ? 'retried' : 'gone');
  });

  app.post<{ Params: { identifier: string } }>('/issues/:identifier/recheck', async (request, reply) => {
    const { issueId } = recheckForm.parse(request.body);
    const back = redirectPath.parse(`/issues/${request.params.identifier}`);
    return goOn(reply, back, (await view.recheck(issueId)) ? 'rechecked' : 'unknown');
  });
}
