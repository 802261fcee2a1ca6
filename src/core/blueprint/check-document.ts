/**
 * The checks of the whole program: each page's answers, then the rules of that page.
 *
 * How a page joins. Its checker lives beside the page (`core/tier/tier-checks.ts`) and exports two things:
 * - `checkX(body, …): Check[]`, pure, with what it needs of other pages and of the facts as plain values (a word of
 *   core may not import blueprint). A check that holds is returned too: people see what was found to be right.
 * - `xCheckWords`, a `CheckCatalogue` with the words of every code that it returns. Codes are unique over all pages.
 * Then the page gets its line in `checkers` below. That a field is answered at all is checked here for every page;
 * a checker need not say it again.
 *
 * Handbook: docs/handbook/program.md
 */

import { attributionCheckWords, checkAttribution } from '#core/attribution/attribution-checks.ts';
import { checkJourney, journeyCheckWords } from '#core/journey/journey-checks.ts';
import { checkProfile, profileCheckWords } from '#core/profile/profile-checks.ts';
import { known, partnerAlgebra } from '#core/program/algebra.ts';
import { archetypeCheckWords } from '#core/program/archetype-check-words.ts';
import { archetypeInBuild, checkArchetypes } from '#core/program/archetype-checks.ts';
import { assumptionsCheckWords } from '#core/program/assumptions-check-words.ts';
import { checkAssumptions } from '#core/program/assumptions-checks.ts';
import { planInputs } from '#core/program/assumptions-inputs.ts';
import { type Check, type CheckCatalogue, checkSentence } from '#core/program/check.ts';
import { checkOperatingModel, operatingModelCheckWords } from '#core/program/operating-model-checks.ts';
import type { PageWord } from '#core/program/page.ts';
import { thesisCheckWords } from '#core/program/thesis-check-words.ts';
import { checkThesis } from '#core/program/thesis-checks.ts';
import { checkRegistration, registrationCheckWords } from '#core/registration/registration-checks.ts';
import { checkScoreboard, scoreboardCheckWords } from '#core/scoreboard/scoreboard-checks.ts';
import { checkTiers, tierCheckWords } from '#core/tier/tier-checks.ts';
import { answerCheckWords, checkAnswers, checkSigners } from './check-answers.ts';
import type { CheckFacts } from './check-facts.ts';
import { type ProgramDocument, pages } from './document.ts';

type Checker = {
  readonly check: (document: ProgramDocument, facts: CheckFacts) => readonly Check[];
  readonly words: CheckCatalogue;
};

/** The rules of each page and their words. */
export const checkers: Readonly<Record<PageWord, Checker>> = {
  thesis: {
    check: (document, { today, funnel }) => {
      const inBuild = archetypeInBuild(document.archetypes);
      const plan = planInputs(document.assumptions, document.operating_model, document.scoreboard, inBuild);
      return checkThesis(document.thesis, {
        today,
        funnel,
        neededPipelineMinor: known(partnerAlgebra(plan).neededPipeline),
        pipelineToWon: plan.ledger.pipelineToWon,
      });
    },
    words: thesisCheckWords,
  },
  archetypes: {
    check: ({ thesis, archetypes }, { openGates }) =>
      checkArchetypes(archetypes, {
        thesisArchetype: thesis.archetype,
        isSecondUnlocked: openGates.has('g6'),
      }),
    words: archetypeCheckWords,
  },
  profile: {
    check: ({ profile, archetypes }) => checkProfile(profile, archetypeInBuild(archetypes)),
    words: profileCheckWords,
  },
  operating_model: {
    check: ({ operating_model }, { heldSeats }) => checkOperatingModel(operating_model, heldSeats),
    words: operatingModelCheckWords,
  },
  assumptions: {
    check: (document, { today, funnel, actuals, activePartners }) =>
      checkAssumptions(document.assumptions, {
        today,
        operatingModel: document.operating_model,
        scoreboard: document.scoreboard,
        archetype: archetypeInBuild(document.archetypes),
        cohortSize: {
          least: document.profile.thresholds.cohortLeast,
          most: document.profile.thresholds.cohortMost,
        },
        funnel,
        actuals: actuals ?? [],
        activePartners: activePartners ?? null,
      }),
    words: assumptionsCheckWords,
  },
  attribution: { check: ({ attribution }) => checkAttribution(attribution), words: attributionCheckWords },
  registration: {
    check: ({ registration }, { heldSeats, openGates }) =>
      checkRegistration(registration, heldSeats, openGates),
    words: registrationCheckWords,
  },
  tiers: {
    check: ({ tiers }, { openGates }) => checkTiers(tiers, openGates),
    words: tierCheckWords,
  },
  journey: { check: ({ journey }) => checkJourney(journey), words: journeyCheckWords },
  scoreboard: { check: ({ scoreboard }) => checkScoreboard(scoreboard), words: scoreboardCheckWords },
};

const words: CheckCatalogue = Object.assign(
  {},
  answerCheckWords,
  ...Object.values(checkers).map((checker) => checker.words),
);

/** Every check of one page, those that hold included. The page may be proposed when no blocking one fails. */
export function checkPage(word: PageWord, document: ProgramDocument, facts: CheckFacts): Check[] {
  const page = pages[word];
  return [
    ...checkAnswers(page, document[word]),
    ...checkers[word].check(document, facts),
    ...checkSigners(page, facts.heldSeats),
  ];
}

/** Every check of every page. */
export function checkDocument(
  document: ProgramDocument,
  facts: CheckFacts,
): Readonly<Record<PageWord, readonly Check[]>> {
  const of = (word: PageWord) => checkPage(word, document, facts);
  return {
    thesis: of('thesis'),
    archetypes: of('archetypes'),
    profile: of('profile'),
    operating_model: of('operating_model'),
    assumptions: of('assumptions'),
    attribution: of('attribution'),
    registration: of('registration'),
    tiers: of('tiers'),
    journey: of('journey'),
    scoreboard: of('scoreboard'),
  };
}

/** A check as a sentence: what was found right, or what is missing and what to do. */
export function sayCheck(check: Check): string {
  return checkSentence(words, check);
}
