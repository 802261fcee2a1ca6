import { spawn } from 'node:child_process';

/** What one check did: how many files it looked at, and each thing that is wrong, a line apiece. */
export type Outcome = { name: string; looked: number; findings: string[] };

/** A check that looked at fewer files than it must is broken, however clean its answer: it fails. */
export function judge(outcome: Outcome, atLeast = 1): Outcome {
  if (outcome.looked >= atLeast) return outcome;
  const finding = `looked at ${outcome.looked} files where there must be ${atLeast} or more: the check is blind`;
  return { ...outcome, findings: [...outcome.findings, finding] };
}

export type ProcessResult = { code: number; output: string };

/** Runs a program with the Node that runs this, collecting both streams. Never throws for an exit code. */
export function runProgram(command: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
