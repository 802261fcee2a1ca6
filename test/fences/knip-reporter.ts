import { relative } from 'node:path';
import type { Reporter } from 'knip';

const reporter: Reporter = ({ report, issues, counters, cwd }) => {
  const findings: string[] = [];
  for (const [kind, records] of Object.entries(issues)) {
    if (!report[kind as keyof typeof report]) continue;
    for (const record of Object.values(records))
      for (const issue of Object.values(record)) {
        const where = `${relative(cwd, issue.filePath)}${issue.line === undefined ? '' : `:${issue.line}`}`;
        findings.push(kind === 'files' ? `${where}: unused file` : `${where}: ${kind}: ${issue.symbol}`);
      }
  }
  console.log(JSON.stringify({ looked: counters.total, findings }));
};

/** Prints knip’s findings as one JSON line with the count of files that it read. */
export default reporter;
