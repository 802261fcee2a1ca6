import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), commands, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});

// What a command left open must not keep the process; what it wrote has this long to get out.
setTimeout(() => process.exit(), 3_000).unref();
