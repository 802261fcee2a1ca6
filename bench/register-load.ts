/** The callers of `register.ts`, in a process of their own: each asks one thing after the other. */
import { Agent, request } from 'node:http';
import { chance } from '#seeds/random.ts';
import { company } from './companies.ts';

export type Load = {
  readonly address: string;
  readonly slug: string;
  /** The sessions of the reps, who take turns. */
  readonly reps: readonly Readonly<Record<string, string>>[];
  readonly callers: number;
  readonly seconds: number;
  readonly what: 'register' | 'one row';
  /** What sets the customers of this load apart from those of another. */
  readonly round: number;
};

/** How long each took, in milliseconds, those that were refused, and the processor time of the callers. */
export type Outcome = {
  readonly times: number[];
  readonly refused: string[];
  readonly seconds: number;
  readonly cpuMs: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function post(
  { address }: Load,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<{ status: number; text: string }> {
  const sent = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(
      address + path,
      {
        ...{ method: 'POST', agent },
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sent),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      },
    );
    call.on('error', reject);
    call.end(sent);
  });
}

/** What a rep types: whole, and of a customer that nobody has named before. */
function typed(load: Load, nth: number): Record<string, unknown> {
  const { name, country } = company(chance(load.round * 1_000_003 + nth));
  const domain = `customer-${load.round}-${nth}.com`;
  return {
    ...{ legalName: `${name} ${nth}`, domain, country },
    ...{ contactName: 'Ada Vermeer', contactRole: 'Head of operations', contactMail: `ada@${domain}` },
    useCase: 'Planning for three plants',
    value: { amountMinor: 4_000_000, currency: 'EUR' },
    closeOn: dayAhead(120),
    evidence: 'We run their network since 2021 and met the head of operations on Monday.',
    ...{ nextStep: 'Discovery with both teams', nextStepOn: dayAhead(10), consent: true },
  };
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** One registration, in the one call of a program that has all of it at hand. Null, or why it was not taken in. */
async function register(load: Load, nth: number): Promise<string | null> {
  const headers = { ...load.reps[nth % load.reps.length], 'idempotency-key': `${load.round}-${nth}` };
  const path = `/api/v1/o/${load.slug}/portal/registrations/whole`;
  const sent = await post(load, path, headers, { typed: typed(load, nth), language: 'en' });
  if (sent.status !== 201) return sent.text;
  const { state } = JSON.parse(sent.text) as { state: string };
  return state === 'submitted' ? null : sent.text;
}

async function oneRow(load: Load, nth: number): Promise<string | null> {
  const { status, text } = await post(load, '/bench/one-row', {}, { typed: typed(load, nth) });
  return status === 201 ? null : text;
}

async function run(load: Load): Promise<Outcome> {
  const times: number[] = [];
  const refused: string[] = [];
  const began = performance.now();
  const cpu = process.cpuUsage();
  const until = began + load.seconds * 1000;
  let nth = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      nth += 1;
      const start = performance.now();
      const refusal = await (load.what === 'register' ? register : oneRow)(load, nth);
      if (refusal === null) times.push(performance.now() - start);
      else refused.push(refusal);
    }
  };
  await Promise.all(Array.from({ length: load.callers }, caller));
  const { user, system } = process.cpuUsage(cpu);
  return { times, refused, seconds: (performance.now() - began) / 1000, cpuMs: (user + system) / 1000 };
}

process.on('message', async (load: Load) => {
  process.send?.(await run(load));
});
