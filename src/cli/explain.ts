import { explain } from '#server/attribution/explain.ts';
import type { Explanation } from '#server/attribution/explanation-schema.ts';
import { defineCommand, jsonOption, orgOption } from './command.ts';
import { withOrganization } from './organization.ts';

/** `tandem explain OPPORTUNITY`: the credit of a deal, every test with its fact, and the evidence. */
export const explainCommand = defineCommand({
  usage: 'OPPORTUNITY [--org NAME] [--json]',
  help: ['OPPORTUNITY is its short number, the id of its record in the CRM, or its id in Tandem.'],
  options: { ...jsonOption, ...orgOption },
  positionals: { min: 1, max: 1 },
  run({ values, positionals }, io) {
    return withOrganization(io, values.org, async (context) => {
      const explanation = await explain(context, positionals[0] ?? '');
      if (values.json) io.json(explanation);
      else io.print(asText(explanation));
      return 0;
    });
  },
});

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
