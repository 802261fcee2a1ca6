import { describe, expect, it } from 'vitest';
import { readApart, UnreadableMailError } from './read-apart.ts';

const honest = Buffer.from('From: Ann <ann@x.example>\r\nSubject: Hello\r\n\r\nwords\r\n');
/** Six megabytes of lines of one letter, which take the parser seconds. */
const slow = Buffer.from(`From: ann@x.example\r\n\r\n${'x\r\n'.repeat(2_000_000)}`);

describe('a mail that is read apart', () => {
  it('lets everything else go on meanwhile, and is kept up to a length', async () => {
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 10);
    const mail = await readApart(slow, 60_000);
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(20);
    expect(mail).toMatchObject({ isCut: true, from: { address: 'ann@x.example' } });
    expect(mail.text).toHaveLength(100_000);
  });

  it('is given up when it takes too long, and the next one is read', async () => {
    const [first, second] = await Promise.allSettled([readApart(slow, 200), readApart(honest)]);
    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(UnreadableMailError) });
    expect(second).toMatchObject({ status: 'fulfilled', value: { subject: 'Hello', text: 'words' } });
  });
});
