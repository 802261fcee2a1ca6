/**
 * The arithmetic of the program, against plain work of the same size in the same run.
 *
 * - Typing: every check of every page and the whole arithmetic of the plan (algebra, feasibility, months, returns,
 *   tornados), against a copy of the same document by way of JSON text. Held: below 50 ms.
 * - Simulation: 10,000 plans, against a bare loop that only draws as many random numbers. Held: below 300 ms.
 *
 *   node bench/program.ts [rounds]
 */
import { checkDocument } from '#core/blueprint/check-document.ts';
import { noCheckFacts } from '#core/blueprint/check-facts.ts';
import { workedExample } from '#core/blueprint/worked-example.ts';
import type { LocalDate } from '#core/calendar.ts';
import { planArithmetic } from '#core/program/assumptions-arithmetic.ts';
import { fillRandom } from '#core/program/random.ts';
import { simulatePlan } from '#core/program/simulation.ts';

const rounds = Number(process.argv[2] ?? 40);
const runs = 10_000;
const heldTyping = 50;
const heldSimulation = 300;

const facts = { ...noCheckFacts('2026-11-30' as LocalDate), openGates: new Set(['g0', 'g1', 'g2', 'g3']) };
const { assumptions, operating_model, scoreboard } = workedExample;
const plan = planArithmetic(assumptions, operating_model, scoreboard);
const { drawn } = simulatePlan(plan.inputs, { runs: 1 });

/** The first time, as a person meets it who has just opened the page, and the middle of all rounds. */
function timed(work: () => unknown): { first: number; middle: number } {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const middle = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  return { first: times[0] ?? Number.NaN, middle };
}

const text = timed(() => JSON.parse(JSON.stringify(workedExample)));
const checks = timed(() => checkDocument(workedExample, facts));
const arithmetic = timed(() => planArithmetic(assumptions, operating_model, scoreboard));
const typing = {
  first: checks.first + arithmetic.first,
  middle: checks.middle + arithmetic.middle,
};

const column = new Float64Array(runs);
const bare = timed(() => {
  for (let stream = 0; stream < drawn.length; stream++) fillRandom(column, 1, stream);
});
const simulation = timed(() => simulatePlan(plan.inputs, { runs, seed: 1 }));

const ms = (time: { first: number; middle: number }) =>
  `${time.middle.toFixed(2).padStart(8)} ms (first ${time.first.toFixed(1)} ms)`;
const ratio = (one: { middle: number }, other: { middle: number }) =>
  (one.middle / other.middle).toFixed(1).padStart(8);

console.log(`copy of the document     ${ms(text)}`);
console.log(`checks of every page     ${ms(checks)}`);
console.log(`arithmetic of the plan   ${ms(arithmetic)}`);
console.log(`both together            ${ms(typing)} (held: ${heldTyping} ms)`);
console.log(`  against the copy       ${ratio(typing, text)} times`);
console.log(`${drawn.length * runs} random numbers    ${ms(bare)}`);
console.log(`${runs} simulated plans  ${ms(simulation)} (held: ${heldSimulation} ms)`);
console.log(`  against the numbers    ${ratio(simulation, bare)} times`);
if (typing.middle > heldTyping || simulation.middle > heldSimulation) process.exitCode = 1;
