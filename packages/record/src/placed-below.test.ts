import { expect, test } from 'vitest';
import { ended, failed, header } from './testing/index.ts';
import { placedBelow } from './placed-below.ts';

test('paths of attachments are those from above, and lead nowhere else', () => {
  const inside = ['attachments/a/trace.zip', 'attachments/..hidden', 'attachments/a..b/c'];
  const outside = ['/etc/passwd', '../other/run.json', 'attachments/../../x', String.raw`C:\x`, '..'];
  const record = { header, events: [failed('a', { attachments: [...inside, ...outside] }), ended] };

  expect(placedBelow('part-2', record).events).toEqual([
    failed('a', { attachments: inside.map((file) => `part-2/${file}`) }),
    ended,
  ]);
});
