import { GraphQLError } from 'graphql';

/** An error as Linear shapes it: a generic code, and words for people beside it. */
export function inputError(message: string, userPresentableMessage = message): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'INPUT_ERROR',
      type: 'invalid input',
      statusCode: 400,
      userError: true,
      userPresentableMessage,
      meta: {},
    },
  });
}

/** What Linear says to a reference that leads nowhere. It has no code of its own. */
export function notFound(entity: string): GraphQLError {
  return inputError(`Entity not found: ${entity}`, `Could not find referenced ${entity}.`);
}

/** What Linear says to a token that lacks the scope. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'FORBIDDEN', type: 'forbidden', statusCode: 403, userError: true },
  });
}

/** For what Linear can do and the stand-in cannot: a test that needs it should say so, and not pass by luck. */
export function notBuilt(what: string): GraphQLError {
  return new GraphQLError(`The stand-in of Linear has no ${what}: build it in packages/linear/src/testing.`, {
    extensions: { code: 'STAND_IN', type: 'other' },
  });
}
