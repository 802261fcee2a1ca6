// A process that tries for the lock of a folder at a given instant and says what it got, for tests that race.
// node hold-lock.ts DATA_FOLDER EPOCH_MS; prints `got` or `held`, then keeps what it has until killed.
import { acquireDataLock, DataFolderHeldError } from '#server/database/lock.ts';

const [, , dataDir = '', at = '0'] = process.argv;
while (Date.now() < Number(at)) {
  // Busy on purpose: a timer would spread the processes out.
}
try {
  acquireDataLock(dataDir, 'tandem start');
  process.stdout.write('got\n');
} catch (error) {
  process.stdout.write(error instanceof DataFolderHeldError ? 'held\n' : `${error}\n`);
}
setInterval(() => {}, 60_000);
