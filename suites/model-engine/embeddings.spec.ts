import { cosine, covers, expect, test } from '@uat/fixtures';

const model = 'kamiwaza';
/** So alike are two vectors of one text: in another batch, sums come out a little different. */
const same = 0.999;
const texts = ['Ships leave the harbour at dawn.', 'Bees visit white blossom.', 'Comets trail bright dust.'];

test.describe('embeddings', () => {
  test(
    'a text becomes a vector as long as the vectors of its model are, and its tokens are counted',
    covers('ENG-8749', { catches: ['MX60', 'MX61'], severity: 'critical' }),
    async ({ engine, openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });

      const { data, usage } = await embeddings.create({ model, input: 'Gulls' });
      const longer = await embeddings.create({ model, input: 'Gulls circle above every fishing boat' });

      const vectors = [data, longer.data].flat().map(({ embedding }) => embedding);
      expect(vectors.map(({ length }) => length)).toEqual([
        engine.embedding?.dimension,
        engine.embedding?.dimension,
      ]);
      expect(vectors.flat().filter((number) => !Number.isFinite(number))).toEqual([]);
      expect(usage.prompt_tokens).toBeGreaterThan(0);
      expect(longer.usage.prompt_tokens).toBeGreaterThan(usage.prompt_tokens);
      expect(usage.total_tokens).toBe(usage.prompt_tokens);
    },
  );

  test(
    'texts that are asked for together come in their order, as each does alone, and cost as much',
    covers('ENG-8749', { catches: ['MX61', 'MX62'], severity: 'critical' }),
    async ({ openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });
      const alone = await Array.fromAsync(texts, (input) => embeddings.create({ model, input }));

      const together = await embeddings.create({ model, input: texts });

      expect(together.data.map(({ index }) => index)).toEqual([0, 1, 2]);
      const likeness = together.data.map(({ embedding }, place) =>
        cosine(embedding, alone[place]?.data[0]?.embedding ?? []),
      );
      expect(Math.min(...likeness)).toBeGreaterThan(same);
      const tokens = alone.map(({ usage }) => usage.prompt_tokens);
      expect(together.usage.prompt_tokens).toBe(tokens.reduce((sum, count) => sum + count, 0));
    },
  );

  test(
    'the same text has the same vector each time, and another text another',
    covers('ENG-8749', { catches: ['MX63', 'MX64'] }),
    async ({ openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });
      const vectorsOf = async () =>
        (await embeddings.create({ model, input: texts })).data.map(({ embedding }) => embedding);

      const first = await vectorsOf();
      const again = await vectorsOf();

      const likeness = again.map((vector, place) => cosine(vector, first[place] ?? []));
      expect(Math.min(...likeness)).toBeGreaterThan(same);
      const [ships = [], bees = [], comets = []] = first;
      const others = [cosine(ships, bees), cosine(bees, comets), cosine(comets, ships)];
      expect(Math.max(...others)).toBeLessThan(same);
    },
  );

  test(
    'texts that say nearly the same lie nearer than texts that do not',
    covers('ENG-8749', { catches: 'MX64' }),
    async ({ openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });
      const input = ['Sailors mend torn nets', 'Sailors mend nets', 'Planets orbit quietly around suns'];

      const { data } = await embeddings.create({ model, input });

      const [one = [], alike = [], other = []] = data.map(({ embedding }) => embedding);
      const distance = (to: number[]) =>
        Math.hypot(...to.map((number, place) => number - Number(one[place])));
      expect(distance(alike)).toBeLessThan(distance(other));
    },
  );

  test(
    'every vector has the length 1, so that their products compare texts',
    // Other models may leave that to the caller.
    covers('ENG-8749', { catches: 'MX54', requires: ['capability:bundled-models'] }),
    async ({ openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });

      const { data } = await embeddings.create({ model, input: texts });

      const lengths = data.map(({ embedding }) => Math.hypot(...embedding).toFixed(4));
      expect(lengths).toEqual(['1.0000', '1.0000', '1.0000']);
    },
  );

  test(
    'a vector is the same in numbers and in base64',
    covers('ENG-8749', { catches: 'MX65' }),
    async ({ openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });
      const request = { model, input: 'Ships leave the harbour at dawn.' };

      const numbers = await embeddings.create({ ...request, encoding_format: 'float' });
      const base64 = await embeddings.create({ ...request, encoding_format: 'base64' });

      const bytes = Buffer.from(String(base64.data[0]?.embedding), 'base64');
      const decoded = new Float32Array(new Uint8Array(bytes).buffer);
      expect(cosine([...decoded], numbers.data[0]?.embedding ?? [])).toBeGreaterThan(same);
    },
  );

  test(
    'a text longer than the context is refused, and not embedded in part',
    covers('ENG-8749', { catches: 'MX66' }),
    async ({ engine, openaiFor, servedEmbedding }) => {
      const { embeddings } = await openaiFor({ deployment: servedEmbedding().id });
      const context = servedEmbedding().context_window ?? Number(engine.embedding?.context);
      const input = 'wave '.repeat(context + 10);

      const refused = embeddings.create({ model, input });

      const error = { message: expect.stringMatching(/context/i), type: expect.any(String) };
      await expect(refused).rejects.toMatchObject({ status: 400, error });
    },
  );

  test(
    'a model that makes vectors does not chat, and one that chats makes none',
    covers('ENG-8749', { catches: 'MX67' }),
    async ({ engine, openaiFor, served, servedEmbedding }) => {
      const embedding = await openaiFor({ deployment: servedEmbedding().id });
      const chat = await openaiFor({ deployment: served().id });
      const messages = [{ role: 'user' as const, content: engine.prompts.short }];

      // By these three an engine says that it does not do such a thing; the words are its own.
      const refusal = /^(400|404|501) .*\w/;
      await expect(embedding.chat.completions.create({ model, messages })).rejects.toThrow(refusal);
      await expect(chat.embeddings.create({ model, input: 'Gulls' })).rejects.toThrow(refusal);
    },
  );

  test(
    'a deployment that embeds is listed by that capability, and not among those that chat',
    covers('ENG-8749', { catches: ['MX7', 'MX73'] }),
    async ({ as, servedEmbedding }) => {
      const viewer = await as('viewer');
      const { id, capabilities } = servedEmbedding();

      const embedding = await viewer.serving.deployments({ capability: ['embeddings'] });
      const chatting = await viewer.serving.deployments({ capability: ['chat.completions'] });

      expect(capabilities).toEqual(['embeddings']);
      expect(embedding.map((one) => one.id)).toContain(id);
      expect(chatting.map((one) => one.id)).not.toContain(id);
    },
  );
});
