import { expect, test } from 'vitest';
import { startLinear } from '@uat/linear/testing';
import { automationGuide, guideFacts } from './automation-guide.ts';

test('the guide uses the names of the workspace and states its limits', async () => {
  await using linear = await startLinear();
  const environment = { LINEAR_TOKEN: linear.token, LINEAR_API_URL: linear.apiUrl };

  const guide = automationGuide(await guideFacts({ environment, team: 'eng', label: 'chore' }));

  expect(guide).toContain('The label “chore” exists.');
  expect(guide).toContain('team       ENG, Engineering');
  expect(guide).toContain('the new status is of type Started: “In Progress”, “In Review”');
  expect(guide).toContain('action     set status to “Todo”');
  expect(guide).toMatch(/It is not a veto[^]*has not been tried against Linear/);
  await expect(guideFacts({ environment, team: 'OPS' })).rejects.toMatchObject({
    kind: 'configuration',
    message: 'The token cannot see a team OPS. It can see: ENG.',
  });
});

test('without a token the guide has no names, unless a team is requested', async () => {
  const guide = automationGuide(await guideFacts({ environment: { GATE_LABEL: 'may-start' } }));

  expect(guide).toContain('Add the label “may-start” under Settings');
  expect(guide).toContain('set status to the first state before work');
  await expect(guideFacts({ environment: {}, team: 'ENG' })).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringContaining('Set LINEAR_TOKEN or LINEAR_API_KEY'),
  });
});
