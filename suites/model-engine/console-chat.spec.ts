import { covers, expect, test } from '@uat/fixtures';

test.describe('the chat of the console', () => {
  test(
    'an answer is read while it is written, and can be stopped',
    covers('ENG-6530', {
      catches: ['M27c', 'MX19'],
      severity: 'critical',
      requires: ['capability:engine-pace'],
    }),
    async ({ consoleAs, data, engine, fetched, settled }) => {
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id }, { system_config: { token_milliseconds: 1_000 } });
      await settled(id);
      const console = await consoleAs('viewer', { at: `/models/chat/${id}` });
      const { chatPage } = console;

      await chatPage.say(engine.prompts.long);
      await expect(chatPage.answers).toHaveText(/\S/);
      await chatPage.stop();

      await expect(chatPage.conversation).toHaveAttribute('aria-busy', 'false');
      await expect(chatPage.field).toBeFocused();
      await expect(chatPage.problem).toBeHidden();
    },
  );

  test(
    'a conversation goes on: a question is asked after what was said before, and its cost is told',
    covers('ENG-6530', { catches: 'MX76' }),
    async ({ consoleAs, engine, served }) => {
      const console = await consoleAs('viewer', { at: `/models/chat/${served().id}` });
      const { chatPage } = console;

      const first = await chatPage.ask(engine.prompts.short);
      const second = await chatPage.ask(engine.prompts.short);

      expect(first).toBeGreaterThan(0);
      expect(second).toBeGreaterThan(first);
      await expect(chatPage.answers).toHaveText([/\w/, /\w/]);
    },
  );

  test(
    'a chat with a deployment that has ended says so',
    covers('ENG-6530', { catches: 'M25', severity: 'critical' }),
    async ({ as, consoleAs, data, engine, fetched, settled }) => {
      const admin = await as('admin');
      const { id: m_id } = await fetched('chat');
      const id = await data.deployment({ m_id });
      await settled(id);
      const console = await consoleAs('viewer', { at: `/models/chat/${id}` });
      const { chatPage } = console;
      await expect(chatPage.field).toBeVisible();
      await admin.serving.stop(id);

      await chatPage.say(engine.prompts.short);

      await expect(chatPage.problem).toHaveText('This deployment no longer runs.');
      await expect(chatPage.answers).toHaveCount(0);
    },
  );
});
