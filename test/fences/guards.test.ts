import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreGuards } from '#test/guards/core-guards.ts';
import { serverGuards } from '#test/guards/server-guards.ts';
import { root } from '#test/harness/run-vitest.ts';

const guards = [...coreGuards, ...serverGuards];

describe('the guards whose loss a test has to notice', () => {
  it('are twenty and more', () => {
    expect(guards.length).toBeGreaterThanOrEqual(20);
  });

  it.each(guards)(
    '$keeps: stands in its file exactly once, so that it can be taken out',
    ({ file, find }) => {
      expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
    },
  );
});
