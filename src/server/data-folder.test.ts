import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';
import { makeFolder } from './data-folder.ts';

describe('the data folder', () => {
  it('is made with what is missing above it, and left alone when it is there', () => {
    const folder = join(temporaryFolder(), 'deep', 'down');
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('is refused in one line where it cannot be: below a file, below /proc', () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    expect(() => makeFolder(join(file, 'data'))).toThrow('set TANDEM_DATA');
    expect(() => makeFolder('/proc/nowhere/data')).toThrow('set TANDEM_DATA');
  });
});
