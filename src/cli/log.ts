import { Writable } from 'node:stream';
import type { Logger } from 'pino';
import { pino } from 'pino';
import type { Log } from '#server/refusal.ts';
import type { Io } from './command.ts';

/**
 * The log of a running server, on standard error: one JSON document a line, or on a terminal one readable line
 * with the time.
 */
export function openServerLog(isTerminal = process.stderr.isTTY === true): Logger {
  if (!isTerminal) return pino({ base: null }, pino.destination({ fd: 2, sync: true }));
  return pino({ base: null }, readable(process.stderr));
}

/** The log of a command: warnings, faults and what takes long go to standard error as plain lines. */
export function commandLog(io: Io): Log {
  return { info: io.progress, warn: io.progress, error: io.progress };
}

function readable(to: NodeJS.WritableStream): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const { time, level, msg, err, ...rest } = JSON.parse(chunk.toString()) as Record<string, unknown>;
      const clock = new Date(Number(time)).toTimeString().slice(0, 8);
      const mark = Number(level) >= 50 ? ' ERROR' : Number(level) >= 40 ? ' warning' : '';
      const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
      const stack = (err as { stack?: string } | undefined)?.stack;
      to.write(`${clock}${mark} ${String(msg ?? '')}${more}\n${stack ? `${stack}\n` : ''}`);
      done();
    },
  });
}
