import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

/** What one project of a run came to. A file that does not load counts as one failed test. */
export type Tally = { passed: number; failed: number; skipped: number };
export type RunTally = { projects: Record<string, Tally>; strayErrors: number };

/** Counts a run by project and writes it, as JSON, to the file that TANDEM_TALLY names. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const projects: Record<string, Tally> = {};
    for (const module of modules) {
      projects[module.project.name] ??= { passed: 0, failed: 0, skipped: 0 };
      const tally = projects[module.project.name] as Tally;
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') tally.passed += 1;
        else if (state === 'failed') failedHere += 1;
        else tally.skipped += 1;
      }
      if (failedHere === 0 && !module.ok()) failedHere = 1;
      tally.failed += failedHere;
    }
    const path = process.env.TANDEM_TALLY;
    if (path)
      writeFileSync(path, JSON.stringify({ projects, strayErrors: strayErrors.length } satisfies RunTally));
  }
}
