import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { HttpError, type InvalidField } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { parsePolicy, type PolicyProblem } from './parse-policy.ts';
import { decide } from './policy.ts';
import type { Services } from '../../services.ts';

const wanted = z.object({ yaml: z.string() });

/** Routes for the access policy, for administrators. */
export function policyRoutes(app: FastifyInstance, services: Services): void {
  const document = () => ({
    yaml: services.policy.text,
    policy: services.policy.current,
    loaded_at: services.policy.loadedAt,
  });

  app.get('/auth/policy', async () => document());

  app.put('/auth/policy', async (call) => {
    const { yaml } = parseInput(wanted, call.body ?? undefined, 'body');
    if (locksOut(yaml))
      throw invalid([{ line: 1, column: 1, message: 'No administrator could change this policy again' }]);
    const problems = await services.policy.replace(yaml);
    if (problems.length > 0) throw invalid(problems);
    services.activity.audit(call, { action: 'policy-changed' });
    return document();
  });
}

// A caller over HTTP could not undo it; an operator with access to the file can.
function locksOut(yaml: string): boolean {
  const parsed = parsePolicy(yaml);
  if (parsed.kind === 'invalid') return false;
  return !decide(parsed.policy, { method: 'PUT', path: '/api/auth/policy', roles: ['admin'] }).allow;
}

function invalid(problems: readonly PolicyProblem[]): HttpError {
  const fields = problems.map(({ line, column, message }): InvalidField => ({
    loc: ['body', 'yaml', line, column],
    msg: message,
    type: 'value_error',
    input: null,
  }));
  return new HttpError(422, fields);
}
