import { type JourneyStage, journeyStages } from '#core/journey/journey-stage.ts';

/** Other usual words for a stage of the journey, folded. */
const otherWords: Readonly<Record<string, JourneyStage>> = {
  recruiting: 'recruit',
  onboarding: 'onboard',
  activating: 'activate',
  activation: 'activate',
  managed: 'manage',
  expanding: 'expand',
  offboarding: 'off_board',
};

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

const byWord: ReadonlyMap<string, JourneyStage> = new Map([
  ...(Object.entries(journeyStages) as [JourneyStage, string][]).flatMap(([stage, label], index) =>
    [stage, label, `J${index}`].map((word): [string, JourneyStage] => [fold(word), stage]),
  ),
  ...Object.entries(otherWords),
]);

/** The stage of the partner journey that a cell names: by its name, by J0 to J6, or in another usual form. */
export function journeyStageOf(text: string): JourneyStage | null {
  return byWord.get(fold(text)) ?? null;
}

/** The names that a cell can have, for whoever has to correct one. */
export const journeyStageNames: string = Object.values(journeyStages).join(', ');
