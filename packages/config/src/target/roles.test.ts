import { describe, expect, test } from 'vitest';
import { credentialsFrom } from './roles.ts';

const variables = { username: 'NAME', password: 'PASSWORD', token: 'TOKEN' };

describe('the credentials of a role', () => {
  test.each([
    {
      what: 'a name and a password',
      env: { NAME: 'ada', PASSWORD: 'secret' },
      found: { username: 'ada', password: 'secret' },
    },
    { what: 'a token', env: { TOKEN: 't' }, found: { token: 't' } },
    {
      what: 'a token before a password',
      env: { NAME: 'ada', PASSWORD: 'secret', TOKEN: 't' },
      found: { token: 't' },
    },
    { what: 'nothing when nothing is set', env: {}, found: undefined },
    { what: 'nothing when only the name is set', env: { NAME: 'ada' }, found: undefined },
    { what: 'nothing when the password is empty', env: { NAME: 'ada', PASSWORD: '' }, found: undefined },
    {
      what: 'a password when the token is empty',
      env: { NAME: 'ada', PASSWORD: 'secret', TOKEN: '' },
      found: { username: 'ada', password: 'secret' },
    },
  ])('are $what', ({ env, found }) => {
    expect(credentialsFrom(variables, env)).toEqual(found);
  });

  test('are nothing when no variable is named', () => {
    expect(credentialsFrom({}, { undefined: 'not a password' })).toBeUndefined();
  });
});
