import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { type Formatters, useFormat } from '../../ui/format.tsx';
import { useDesk } from '../desk-context.ts';
import { catalogues, type PolicyWord, settingValues, targetsOf } from './policy-values.ts';
import { type TargetText, targetLabels } from './policy-versions.ts';
import { ruleText, settingLabel, sourceText, valueText } from './policy-words.ts';
import classes from './program.module.css';

/** How a target reads in the organization's currency. */
export function useTargetText(): TargetText {
  const format = useFormat();
  const { currency } = useDesk();
  return targetText(format, currency);
}

function targetText(format: Formatters, currency: string): TargetText {
  const code = parseCurrencyCode(currency);
  return (minor) => (minor === null || code === null ? 'no target' : format.money({ minor, currency: code }));
}

/** Every setting of a version in plain words: its value, what it does, its rule and where the value comes from. */
export function SettingList(props: { word: PolicyWord; body: unknown }): ReactNode {
  const { word, body } = props;
  const values = settingValues(word, body);
  return (
    <div>
      <Title order={3}>Settings</Title>
      <ul className={classes.settings}>
        {word === 'scoreboard' ? <TargetLines body={body} /> : null}
        {Object.entries(catalogues[word]).map(([name, setting]) => {
          const value = values.get(name) ?? setting.default;
          const [text, usual] = [
            valueText(name, setting.unit, value),
            valueText(name, setting.unit, setting.default),
          ];
          return (
            <SettingLine
              key={name}
              label={settingLabel(name)}
              value={text}
              meaning={setting.meaning}
              origin={
                text === usual
                  ? `${ruleText(setting.rule)} · the method’s default, ${sourceText(setting.source)}`
                  : `${ruleText(setting.rule)} · changed: the method’s default is ${usual}`
              }
            />
          );
        })}
      </ul>
    </div>
  );
}

function TargetLines(props: { body: unknown }): ReactNode {
  const targets = targetsOf(props.body);
  const text = useTargetText();
  return (['sourcedPipelineMinor', 'sourcedClosedWonMinor'] as const).map((name) => (
    <SettingLine
      key={name}
      label={targetLabels[name]}
      value={text(targets[name])}
      meaning={
        name === 'sourcedPipelineMinor'
          ? 'The mark that the scoreboard measures sourced pipeline against, this quarter and next.'
          : 'The mark that the scoreboard measures sourced closed-won against.'
      }
      origin="Set by the organization; the method has no default"
    />
  ));
}

function SettingLine(props: { label: string; value: string; meaning: string; origin: string }): ReactNode {
  return (
    <li className={classes.setting}>
      <Text span size="sm" fw={600}>
        {props.label}
      </Text>
      <Text span size="sm" fw={600} className={classes.value}>
        {props.value}
      </Text>
      <div>
        <Text size="sm">{props.meaning}</Text>
        <Text size="xs" c="dimmed">
          {props.origin}
        </Text>
      </div>
    </li>
  );
}
