import type { NumberField } from './field.ts';
import type { Setting } from './settings.ts';

/** A signed number of the settings catalogue as a field of a page: same default, rule, source and meaning. */
export function settingField(label: string, setting: Setting & { readonly default: number }) {
  const { unit, rule, source, meaning } = setting;
  return {
    kind: 'number',
    label,
    guidance: meaning,
    rule,
    source,
    unit: unit === 'share' ? 'count' : unit,
    least: unit === 'days' || unit === 'stage' || unit === 'points' ? 0 : 1,
    most: unit === 'stage' ? 20 : unit === 'points' ? 100 : 1000,
    isWhole: unit !== 'points',
    default: setting.default,
  } as const satisfies NumberField;
}
