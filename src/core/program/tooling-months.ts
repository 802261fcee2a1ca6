import type { PlanInputs } from './assumptions-inputs.ts';

/**
 * From when each tool is paid, as the plan has it: what the company has or buys now from the first month on; the CRM
 * with its attribution before anyone is recruited, so from the first month; data about common accounts when recruiting
 * opens; the PRM with the partners that make it worth its price.
 *
 * A cost that nobody has named is NaN from the month on in which it would be paid.
 */
export function toolMonths(
  inputs: PlanInputs,
  months: number,
): { readonly tools: Float64Array; readonly prmCost: number; readonly prmLeast: number } {
  const { crm_attribution: crm, ecosystem_data: ecosystem, prm } = inputs.tools;
  const isNow = (choice: PlanInputs['tools']['prm']['choice']) => choice === 'have' || choice === 'buy';
  const ecosystemMonth = isNow(ecosystem.choice) ? 1 : inputs.firstSigningMonth;
  const cost = (tool: { readonly monthlyCost: number | null }) => tool.monthlyCost ?? Number.NaN;
  const tools = new Float64Array(months).map(
    (_, month) =>
      cost(crm) + (month + 1 >= ecosystemMonth ? cost(ecosystem) : 0) + (isNow(prm.choice) ? cost(prm) : 0),
  );
  return { tools, prmCost: isNow(prm.choice) ? 0 : cost(prm), prmLeast: inputs.prmLeast };
}
