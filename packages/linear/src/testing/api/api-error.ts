import { GraphQLError } from 'graphql';

/** An error in Linear's form: a generic code, and a message for people. */
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

/** Linear's error for a reference to a missing entity. It has no code of its own. */
export function notFound(entity: string): GraphQLError {
  return inputError(`Entity not found: ${entity}`, `Could not find referenced ${entity}.`);
}

/** Linear's error for a token that lacks the scope. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'FORBIDDEN', type: 'forbidden', statusCode: 403, userError: true },
  });
}

/** Thrown for features that the stand-in lacks: a test that needs one must fail instead of passing by luck. */
export function notBuilt(what: string): GraphQLError {
  return new GraphQLError(`The Linear stand-in has no ${what}: add it in packages/linear/src/testing.`, {
    extensions: { code: 'STAND_IN', type: 'other' },
  });
}
