import { Radio, Text } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { type FunnelFact, showsFriction } from '#core/program/funnel.ts';
import { paths } from '../../../../paths.ts';
import { useFormat } from '../../../../ui/format.tsx';
import { useDesk } from '../../../desk-context.ts';
import { factWords } from '../fact-words.ts';
import { Below, FieldLabel, type ScalarProps } from './field-frame.tsx';
import classes from './form.module.css';
import { useForm } from './form-context.ts';

/** More facts than this stand behind a button; those that show a friction come first. */
const shownAtOnce = 6;

/** A field that points at one measured fact of the direct funnel. */
export function FactPicker(props: ScalarProps): ReactNode {
  const { field, path, value } = props;
  const { facts, set, touch, readOnly, ways } = useForm();
  const { slug } = useDesk();
  const format = useFormat();
  const noteId = useId();
  const [all, setAll] = useState(false);
  const ordered = [...facts.filter(showsFriction), ...facts.filter((fact) => !showsFriction(fact))];
  const shown = all ? ordered : ordered.filter((fact, index) => index < shownAtOnce || fact.key === value);
  if (facts.length === 0) {
    return (
      <div className={classes.field} data-path={path}>
        <p className={classes.label}>
          <FieldLabel field={field} />
        </p>
        {field.guidance === undefined ? null : <p className={classes.about}>{field.guidance}</p>}
        <div className={classes.emptyBox}>
          <Text size="sm">
            Nothing is measured yet. Bring your opportunities with their stages and dates, and the facts of
            your direct funnel stand here to choose from.
          </Text>
          <a href={paths.start(slug)}>Bring your pipeline</a>
        </div>
        <Below {...props} noteId={noteId} />
      </div>
    );
  }
  return (
    <div className={classes.field} data-path={path}>
      <Radio.Group
        label={<FieldLabel field={field} />}
        description={field.guidance}
        value={typeof value === 'string' ? value : ''}
        onChange={(key) => set(path, key)}
        onBlur={() => touch(path)}
        readOnly={readOnly}
      >
        <div className={classes.facts}>
          {shown.map((fact) => (
            <Fact key={fact.key} fact={fact} words={factWords(fact, format, ways.currency)} />
          ))}
        </div>
      </Radio.Group>
      {ordered.length > shown.length ? (
        <button type="button" className={classes.keep} onClick={() => setAll(true)}>
          Show all {ordered.length} facts
        </button>
      ) : null}
      <Below {...props} noteId={noteId} />
    </div>
  );
}

function Fact(props: { fact: FunnelFact; words: { sentence: string; sample: string } }): ReactNode {
  return (
    <Radio
      value={props.fact.key}
      classNames={{ root: classes.fact }}
      label={props.words.sentence}
      description={props.words.sample}
    />
  );
}
