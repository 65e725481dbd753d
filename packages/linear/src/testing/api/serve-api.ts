import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql';
import type { Clock } from '../../clock.ts';
import type { LinearRecord } from '../world/record.ts';
import type { World } from '../world/world.ts';
import { createLeakyBucket, type LeakyBucket } from './leaky-bucket.ts';
import type { ApiFailure, FailureSource } from './api-failures.ts';
import { mostPoints, pointsOf } from './points-of.ts';
import { type ApiContext, resolveField } from './resolvers.ts';

/** A call as the stand-in received it. */
export interface ApiCall {
  readonly operation: string;
  readonly at: number;
  readonly points: number;
  readonly status: number | undefined;
  readonly failure: ApiFailure | undefined;
}

export interface ApiOptions {
  readonly schema: GraphQLSchema;
  readonly world: World;
  readonly clock: Clock;
  readonly apiFailures: FailureSource;
  readonly limits: { readonly requests: number; readonly complexity: number };
  /** Limits of single operations, by name. */
  readonly endpointLimits: Readonly<Record<string, number>>;
  readonly readLagMs: () => number;
  /** The user that an Authorization header belongs to. */
  userOf(authorization: string | undefined): string | undefined;
}

export interface ApiServer {
  readonly server: Server;
  readonly calls: readonly ApiCall[];
  readonly filled: ReadonlySet<string>;
  /** Sets a token's remaining requests or points. */
  drain(userId: string, left: { readonly requests?: number; readonly complexity?: number }): void;
  settled(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const error = (message: string, extensions: Record<string, unknown>) => ({
  errors: [{ message, extensions }],
});

const unauthenticated: Reply = {
  status: 401,
  body: error('Authentication required, not authenticated', {
    code: 'AUTHENTICATION_ERROR',
    type: 'authentication error',
    statusCode: 401,
    userError: true,
  }),
};

const page = '<!DOCTYPE html><html><title>503 Service Temporarily Unavailable</title></html>';

const limited: Reply = {
  status: 400,
  body: error('Rate limit exceeded', { code: 'RATELIMITED' }),
};

/** Responses that do not depend on the call. */
const replies: Partial<Record<ApiFailure, Reply>> = {
  'rate-limited': limited,
  'rate-limited-typed': {
    status: 400,
    body: error('Rate limit exceeded', { code: 'RATELIMITED', type: 'ratelimited', statusCode: 429 }),
  },
  'too-many-requests': { status: 429, body: 'Too Many Requests' },
  html: { status: 503, body: page },
  internal: {
    status: 500,
    body: error('Internal server error', {
      code: 'INTERNAL_SERVER_ERROR',
      type: 'internal error',
      statusCode: 500,
    }),
  },
  'lock-timeout': { status: 200, body: { data: null, ...error('Lock timeout', { type: 'lock timeout' }) } },
  forbidden: {
    status: 403,
    body: error('Forbidden', { code: 'FORBIDDEN', type: 'forbidden', statusCode: 403, userError: true }),
  },
  unauthenticated,
};

/** Serves Linear's API over real HTTP: authentication, rate limits and their headers, cost, validation, execution. */
export function serveApi(options: ApiOptions): ApiServer {
  const { schema, world, clock, limits, endpointLimits } = options;
  const calls: ApiCall[] = [];
  const filled = new Set<string>();
  const buckets = new Map<string, { requests: LeakyBucket; complexity: LeakyBucket }>();
  const endpoints = new Map<string, LeakyBucket>();
  const documents = new Map<string, DocumentNode | GraphQLError>();
  const open = new Set<Promise<void>>();

  const bucketsOf = (userId: string) => {
    const known = buckets.get(userId) ?? {
      requests: createLeakyBucket(limits.requests),
      complexity: createLeakyBucket(limits.complexity),
    };
    buckets.set(userId, known);
    return known;
  };

  /** Parsed and validated once per text, as by a server with a cache. */
  const documentOf = (query: string): DocumentNode | GraphQLError => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const fresh = checked(schema, query);
    documents.set(query, fresh);
    return fresh;
  };

  const server = createServer((request, response) => {
    const done = answer(request, response).finally(() => open.delete(done));
    open.add(done);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const at = clock.now();
    const userId = options.userOf(request.headers.authorization);
    const { query, variables } = queryIn(body);
    const document = documentOf(query);
    const operation = document instanceof GraphQLError ? 'invalid' : operationName(document);
    const points = document instanceof GraphQLError ? 0 : pointsOf(schema, document, variables);
    const failure = options.apiFailures.next(operation);

    const finish = ({ status, body: reply }: Reply, user: string | undefined) => {
      calls.push({ operation, at, points, status, failure });
      const isText = typeof reply === 'string';
      response.writeHead(status, {
        'content-type': isText ? 'text/html' : 'application/json',
        date: new Date(at).toUTCString(),
        ...(user === undefined ? {} : rateHeaders(user, operation, points, at)),
      });
      response.end(isText ? reply : JSON.stringify(reply));
    };
    const drop = () => {
      calls.push({ operation, at, points, status: undefined, failure });
      response.destroy();
    };

    if (failure === 'hang') {
      calls.push({ operation, at, points, status: undefined, failure });
      return;
    }
    if (failure === 'reset') return drop();
    if (userId === undefined) return finish(unauthenticated, undefined);
    const reply = failure === undefined ? undefined : replies[failure];
    if (reply !== undefined) return finish(reply, userId);
    if (document instanceof GraphQLError) {
      const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', type: 'graphql error', userError: true };
      return finish({ status: 400, body: error(document.message, extensions) }, userId);
    }
    if (points > mostPoints) {
      const words = `The query is too complex. Complexity: ${points}. Maximum allowed complexity: ${mostPoints}.`;
      const extensions = {
        code: 'INPUT_ERROR',
        type: 'invalid input',
        userError: true,
        userPresentableMessage: words,
      };
      return finish({ status: 400, body: error('Query too complex', extensions) }, userId);
    }
    const { requests, complexity } = bucketsOf(userId);
    const endpoint = endpointOf(operation);
    if (!(endpoint?.take(1, at) ?? true) || !requests.take(1, at) || !complexity.take(points, at)) {
      return finish(limited, userId);
    }
    if (failure === 'success-false') {
      const data = Object.fromEntries(rootFields(document).map((field) => [field, { success: false }]));
      return finish({ status: 200, body: { data } }, userId);
    }
    const context: ApiContext = { world, doer: { userId }, readAt: at - options.readLagMs(), filled };
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: context,
      fieldResolver: resolveField,
      typeResolver: (value) => (value as LinearRecord).kind,
    });
    if (failure === 'lost-answer') return drop();
    const spoilt = failure === 'partial' ? { ...result, ...error('Internal server error', {}) } : result;
    return finish({ status: statusOf(result), body: spoilt }, userId);
  }

  const endpointOf = (operation: string): LeakyBucket | undefined => {
    const limit = endpointLimits[operation];
    if (limit === undefined) return undefined;
    const known = endpoints.get(operation) ?? createLeakyBucket(limit);
    endpoints.set(operation, known);
    return known;
  };

  const rateHeaders = (
    userId: string,
    operation: string,
    points: number,
    at: number,
  ): Record<string, string> => {
    const { requests, complexity } = bucketsOf(userId);
    const endpoint = endpointOf(operation);
    const of = (name: string, bucket: LeakyBucket) => ({
      [`x-ratelimit-${name}-limit`]: String(bucket.limit),
      [`x-ratelimit-${name}-remaining`]: String(bucket.remaining(at)),
      [`x-ratelimit-${name}-reset`]: String(bucket.fullAt(at)),
    });
    return {
      'x-complexity': String(points),
      ...of('requests', requests),
      ...of('complexity', complexity),
      ...(endpoint === undefined
        ? {}
        : { ...of('endpoint-requests', endpoint), 'x-ratelimit-endpoint-name': operation }),
    };
  };

  return {
    server,
    calls,
    filled,
    drain(userId, { requests, complexity }) {
      const of = bucketsOf(userId);
      if (requests !== undefined) of.requests.drainTo(requests, clock.now());
      if (complexity !== undefined) of.complexity.drainTo(complexity, clock.now());
    },
    async settled() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}

/** Execution errors are returned with HTTP 200, as by Linear. */
function statusOf({ data }: ExecutionResult): number {
  return data === undefined ? 400 : 200;
}

function checked(schema: GraphQLSchema, query: string): DocumentNode | GraphQLError {
  try {
    const document = parse(query);
    return validate(schema, document)[0] ?? document;
  } catch (problem) {
    return problem instanceof GraphQLError ? problem : new GraphQLError(String(problem));
  }
}

function queryIn(body: string): { query: string; variables: Record<string, unknown> } {
  try {
    const { query, variables } = JSON.parse(body) as { query?: unknown; variables?: unknown };
    return {
      query: String(query),
      variables:
        typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
    };
  } catch {
    return { query: '', variables: {} };
  }
}

function operationName(document: DocumentNode): string {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation?.kind === Kind.OPERATION_DEFINITION ? (operation.name?.value ?? 'anonymous') : 'anonymous';
}

function rootFields(document: DocumentNode): string[] {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.alias?.value ?? selection.name.value] : [],
  );
}
