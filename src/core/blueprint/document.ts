/**
 * The whole design of a program as one document: ten pages in the order that works.
 *
 * Handbook: docs/handbook/program.md
 */

import { type AttributionBody, attributionPage } from '#core/attribution/attribution-page.ts';
import { type JourneyBody, journeyPage } from '#core/journey/journey-page.ts';
import { type ProfileBody, profilePage } from '#core/profile/profile-page.ts';
import { type ArchetypesBody, archetypesPage } from '#core/program/archetypes-page.ts';
import { type AssumptionsBody, assumptionsPage } from '#core/program/assumptions-page.ts';
import { defaultBody } from '#core/program/field.ts';
import { type OperatingModelBody, operatingModelPage } from '#core/program/operating-model.ts';
import type { Page, PageWord } from '#core/program/page.ts';
import { type ThesisBody, thesisPage } from '#core/program/thesis.ts';
import { type RegistrationBody, registrationPage } from '#core/registration/registration-page.ts';
import { type ScoreboardBody, scoreboardPage } from '#core/scoreboard/scoreboard-page.ts';
import { type TiersBody, tiersPage } from '#core/tier/tier-page.ts';

/** The body of every page. */
export type ProgramDocument = {
  readonly thesis: ThesisBody;
  readonly archetypes: ArchetypesBody;
  readonly profile: ProfileBody;
  readonly operating_model: OperatingModelBody;
  readonly assumptions: AssumptionsBody;
  readonly attribution: AttributionBody;
  readonly registration: RegistrationBody;
  readonly tiers: TiersBody;
  readonly journey: JourneyBody;
  readonly scoreboard: ScoreboardBody;
};

/** Every page, in the order that works. */
export const pages = {
  thesis: thesisPage,
  archetypes: archetypesPage,
  profile: profilePage,
  operating_model: operatingModelPage,
  assumptions: assumptionsPage,
  attribution: attributionPage,
  registration: registrationPage,
  tiers: tiersPage,
  journey: journeyPage,
  scoreboard: scoreboardPage,
} as const satisfies { readonly [Word in PageWord]: Page };

/** The document of a program that nobody has begun: every page at its defaults. */
export function defaultDocument(): ProgramDocument {
  const bodies = Object.values(pages).map((page) => [page.word, defaultBody(page.fields)]);
  return Object.fromEntries(bodies) as ProgramDocument;
}
