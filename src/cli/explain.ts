import { explain } from '#server/attribution/explain.ts';
import type { Explanation } from '#server/attribution/explanation-schema.ts';
import { type Reproduced, reproduce } from '#server/attribution/reproduce.ts';
import { ProblemError } from '#server/problem.ts';
import { defineCommand, jsonOption, orgOption } from './command.ts';
import { withOrganization } from './organization.ts';

/** `tandem explain OPPORTUNITY`: the credit of a deal, every test with its fact, and the evidence. */
export const explainCommand = defineCommand({
  usage: 'OPPORTUNITY [--reproduce] [--org NAME] [--json]',
  help: [
    'OPPORTUNITY is its short number, the id of its record in the CRM, or its id in Tandem.',
    '--reproduce decides its verdicts again from the facts that they kept, and compares them byte for byte;',
    'without OPPORTUNITY, every verdict that stands.',
  ],
  options: { ...jsonOption, ...orgOption, reproduce: { type: 'boolean' } },
  positionals: { min: 0, max: 1 },
  run({ values, positionals }, io) {
    const [reference] = positionals;
    if (values.reproduce) {
      return withOrganization(io, values.org, async (context) => {
        const found = await reproduce(context, reference ?? null);
        const odd = found.filter(({ result }) => result !== 'same');
        if (values.json) {
          const asked = found.filter(({ tables }) => tables !== null);
          const tables = {
            asked: asked.length,
            same: asked.filter((one) => one.tables === 'same').length,
          };
          io.json({ verdicts: found.length, same: found.length - odd.length, tables, others: odd });
        } else io.print(reproductionText(found, odd));
        return odd.some(({ result }) => result === 'differs') ? 1 : 0;
      });
    }
    if (reference === undefined)
      throw new ProblemError('invalid-input', 'explain needs a deal. Give its number or record id.');
    return withOrganization(io, values.org, async (context) => {
      const explanation = await explain(context, reference);
      if (values.json) io.json(explanation);
      else io.print(asText(explanation));
      return 0;
    });
  },
});

const results = {
  same: 'the same to the last byte',
  differs: 'DIFFERENT',
  edition: 'decided by another edition of the rules',
  facts: 'kept no facts',
} as const satisfies Record<Reproduced['result'], string>;

function reproductionText(all: readonly Reproduced[], odd: readonly Reproduced[]): string {
  const lines = [`${all.length - odd.length} of ${all.length} verdicts are reproduced to the last byte.`];
  const asked = all.filter(({ tables }) => tables !== null);
  const alike = asked.filter(({ tables }) => tables === 'same');
  if (asked.length > 0) {
    lines.push(`The fact tables, read as of then, give ${alike.length} of ${asked.length} as well.`);
    if (alike.length < asked.length)
      lines.push('Where they differ, see which record a source has changed since.');
  }
  for (const one of odd) lines.push(`  #${one.opportunity}  ${one.class}  ${results[one.result]}`);
  return lines.join('\n');
}

function asText(told: Explanation): string {
  const draft = told.isDraft ? ', a draft: not all seats have signed' : '';
  const lines = [
    `${told.opportunity.name} (#${told.opportunity.number}, ${told.opportunity.recordId})`,
    told.sentence,
    `By version ${told.policyVersion} of the attribution page${draft}.`,
  ];
  if (told.openingBalance) {
    const { class: claimed, partner } = told.openingBalance;
    lines.push(`Opening balance (imported, unproven): ${claimed.replace('_', '-')} by ${partner.name}.`);
  }
  if (told.reasons.length > 0) {
    lines.push('', 'Tests');
    for (const { holds, rule, fact } of told.reasons)
      lines.push(`  ${holds ? 'yes' : 'no '}  ${rule}  ${fact}`);
  }
  if (told.counterfactuals.length > 0) {
    lines.push('', 'What would have changed it', ...told.counterfactuals.map((one) => `  ${one.sentence}`));
  }
  if (told.evidence.length > 0) {
    lines.push('', 'Evidence');
    for (const one of told.evidence) {
      const state = one.withdrawn ? ' (withdrawn)' : one.confirmed ? '' : ' (not confirmed)';
      const who = [one.partner, one.person].filter(Boolean).join(', ');
      lines.push(`  ${one.occurredOn}  ${one.what} by ${who}, recorded ${one.recordedOn}${state}`);
    }
  }
  for (const dispute of told.disputes.filter((one) => one.closedAt === null)) {
    lines.push('', `Disputed: ${dispute.claim}`);
  }
  return lines.join('\n');
}
