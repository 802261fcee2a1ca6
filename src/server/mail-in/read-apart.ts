import { Worker } from 'node:worker_threads';
import type { ReadMail } from './read-mail.ts';

/** A mail that cannot be read: broken beyond repair, or made to take for ever. */
export class UnreadableMailError extends Error {
  override name = 'UnreadableMailError';
}

/** Long enough for the largest mail that an honest program writes, on a slow machine. */
const longestMs = 20_000;
const memoryMb = 256;

/** One after the other, so that many mails at once do not take the machine. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a mail in a thread of its own, which knows none of our settings: reading can take seconds, and meanwhile the
 * web must answer. Throws UnreadableMailError when the mail is nested beyond reason, or takes too long or too much.
 */
export function readApart(raw: Uint8Array, timeoutMs = longestMs): Promise<ReadMail> {
  const reading = before.then(() => readOne(raw, timeoutMs));
  before = reading.catch(() => {});
  return reading;
}

function readOne(raw: Uint8Array, timeoutMs: number): Promise<ReadMail> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.resolve('./mail-reader.ts')), {
      workerData: raw,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const timer = setTimeout(() => {
      reject(new UnreadableMailError('it took too long to read'));
      void thread.terminate();
    }, timeoutMs);
    thread.once('message', (mail: ReadMail) => resolve(mail));
    thread.once('error', (error) => reject(new UnreadableMailError(error.message)));
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new UnreadableMailError('nothing came of reading it'));
    });
  });
}
