/** The thread of read-apart.ts: reads the one mail that it is given and answers with what it says. */
import { parentPort, workerData } from 'node:worker_threads';
import { readMail } from './read-mail.ts';

parentPort?.postMessage(await readMail(workerData as Uint8Array));
