import { defaultBody } from '#core/program/field.ts';
import { type AttributionBody, attributionPage } from './attribution-page.ts';

const body: AttributionBody = defaultBody(attributionPage.fields);

/** The attribution page of the worked example: the defaults, and the two segments of its thesis. */
export const attributionExample: AttributionBody = {
  ...body,
  cycles: [
    { segment: 'Mid-market, 200 to 2,000 employees', days: 120 },
    { segment: 'Enterprise, over 2,000 employees', days: 200 },
  ],
  incentives: {
    ...body.incentives,
    coSold: 100_000,
    influenced: 50_000,
    sourced: 'A sourced fee of 5 % of the first-year contract value; the integrator earns its services.',
  },
};
