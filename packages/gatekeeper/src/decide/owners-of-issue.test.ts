import { describe, expect, test } from 'vitest';
import { memberNamed } from './owners-of-issue.ts';

const member = (name: string, more: { displayName?: string; active?: boolean; app?: boolean } = {}) => ({
  id: name,
  name,
  displayName: name.toLowerCase().replaceAll(' ', '.'),
  url: `https://linear.app/example/profiles/${name}`,
  active: true,
  app: false,
  ...more,
});

describe('memberNamed', () => {
  test.each([
    ['Daniel', [member('Daniel Park'), member('Ana Probst')], 'Daniel Park'],
    ['Probst', [member('Daniel Park'), member('Ana Probst')], 'Ana Probst'],
    ['daniel.park', [member('Daniel Park')], 'Daniel Park'],
    ['Daniel', [member('Daniel'), member('Daniel Park')], 'Daniel'],
  ])('%s is found', (name, members, found) => {
    expect(memberNamed(name, members)?.name).toBe(found);
  });

  test.each([
    ['Daniel', [member('Daniel Park'), member('Daniel Ruiz')]],
    ['Daniel', [member('Daniel', { active: false })]],
    ['Daniel', [member('Daniel', { app: true })]],
    ['field engineers', [member('Daniel Park')]],
    ['Dan', [member('Daniel Park')]],
  ])('%s does not identify one member', (name, members) => {
    expect(memberNamed(name, members)).toBeUndefined();
  });
});
