import { describe, expect, it } from 'vitest';
import { ProblemError } from '#server/problem.ts';
import { RefusalError } from '#server/refusal.ts';
import { defineCommand, jsonOption } from './command.ts';
import { commands, type Entry } from './commands.ts';
import { runCommandLine } from './run.ts';

const count = defineCommand({
  usage: 'FILE... [--json]',
  help: ['Counts files.'],
  options: { ...jsonOption },
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  async run({ values, positionals }, io) {
    io.progress('counting');
    io.print(`${positionals.length} files`);
    if (values.json) io.json({ files: positionals.length });
    return 0;
  },
});

const table: Record<string, Entry> = {
  count: { summary: 'count files', load: async () => count },
  fail: { summary: 'fail', load: async () => failing(new Error('broken inside')) },
  refuse: { summary: 'refuse', load: async () => failing(new RefusalError('x', 'Port 3000 is in use.')) },
  conflict: { summary: 'refuse', load: async () => failing(new ProblemError('conflict', 'Closed already.')) },
  fault: { summary: 'fail', load: async () => failing(new ProblemError('fault', 'Ours.')) },
  doctor: { summary: 'secret', load: async () => count, isInternal: true },
};

describe('the command line', () => {
  it('ends with 0 when a command is done', async () => {
    expect(await run('count', 'a', 'b')).toEqual({ code: 0, out: '2 files\n', err: 'counting\n' });
  });

  it('prints one JSON document and nothing else with --json', async () => {
    const { out, err } = await run('count', 'a', '--json');
    expect(JSON.parse(out)).toEqual({ files: 1 });
    expect(err).toBe('counting\n1 files\n');
  });

  it.each([
    [['cuont', 'a'], 'there is no command "cuont"; did you mean "count"?'],
    [['xyz'], 'there is no command "xyz" (see `tandem help`)'],
    [['constructor'], 'there is no command "constructor"'],
    [['count', 'a', '--jsno'], 'count has no option --jsno; did you mean "--json"?'],
    [['count', 'a', '--json=1'], "'--json' does not take an argument"],
    [['count'], 'count: expected 1 or more arguments, found 0'],
    [['fail', 'a'], 'fail: expected no argument, found "a" too'],
    [[], 'which command?'],
  ])('ends with 2 and a hint for the arguments %j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.toLowerCase()).toContain(message.toLowerCase());
  });

  it('ends with 2 and a sentence for what the operator can put right', async () => {
    expect(await run('refuse')).toEqual({ code: 2, out: '', err: 'tandem: Port 3000 is in use.\n' });
    expect(await run('conflict')).toEqual({ code: 2, out: '', err: 'tandem: Closed already.\n' });
  });

  it('ends with 1 and the stack for a fault of ours', async () => {
    const { code, err } = await run('fail');
    expect(code).toBe(1);
    expect(err).toMatch(/^tandem: Error: broken inside\n {4}at /);
    expect((await run('fault')).code).toBe(1);
  });

  it('helps: with all commands, and with one', async () => {
    for (const args of [['help'], ['--help'], ['-h']]) {
      const { code, out } = await run(...args);
      expect(code).toBe(0);
      expect(out).toContain('  count     count files');
      expect(out).not.toContain('secret');
    }
    for (const args of [
      ['help', 'count'],
      ['count', '--help'],
    ]) {
      expect((await run(...args)).out).toBe(
        'Usage: tandem count FILE... [--json]\n\n  count files\n\nCounts files.\n',
      );
    }
  });
});

describe('every command', () => {
  it.each(Object.keys(commands))('%s loads and has its help', async (name) => {
    const lines: string[] = [];
    const out = (text: string) => lines.push(text);
    expect(await runCommandLine([name, '--help'], commands, { out, err: out })).toBe(0);
    expect(lines.join('')).toContain(`Usage: tandem ${name}`);
  });
});

function failing(error: Error) {
  return defineCommand({ usage: '', options: {}, run: () => Promise.reject(error) });
}

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runCommandLine(args, table, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
