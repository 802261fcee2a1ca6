import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { memo, type ReactNode, useId } from 'react';
import type { ScalarField } from '#core/program/field.ts';
import { unitWords } from '../field-words.ts';
import { measureOf, wordCount } from '../read-value.ts';
import { FactPicker } from './fact-picker.tsx';
import { Below, FieldLabel, type ScalarProps } from './field-frame.tsx';
import classes from './form.module.css';
import { useForm } from './form-context.ts';
import { useTyped } from './use-typed.ts';

/** One field with its label, its guidance, where its default comes from and what the checks say of it. */
export const ScalarView = memo(function ScalarView(props: ScalarProps): ReactNode {
  const { field } = props;
  switch (field.kind) {
    case 'text':
      return field.picks === 'funnel_fact' ? (
        <FactPicker {...props} field={field} />
      ) : (
        <TextView {...props} field={field} />
      );
    case 'choice':
      return <ChoiceView {...props} field={field} />;
    case 'flag':
      return <FlagView {...props} />;
    default:
      return <FigureView {...props} />;
  }
});

function TextView(props: ScalarProps<Extract<ScalarField, { kind: 'text' }>>): ReactNode {
  const { field, path, value } = props;
  const { set, touch, readOnly, segments } = useForm();
  const [listId, noteId] = [useId(), useId()];
  const text = typeof value === 'string' ? value : '';
  const left = field.most - [...text].length;
  const common = {
    label: <FieldLabel field={field} />,
    description: field.guidance,
    value: text,
    maxLength: field.most,
    readOnly,
    'data-path': path,
    'aria-describedby': props.notes === undefined ? undefined : noteId,
    onBlur: () => touch(path),
  };
  const offered = field.picks === 'segment' ? segments.filter((one) => one !== text) : [];
  return (
    <div className={classes.field}>
      {field.lines === 'one' ? (
        <TextInput
          {...common}
          autoComplete="off"
          list={offered.length > 0 ? listId : undefined}
          onChange={(event) => set(path, event.currentTarget.value)}
        />
      ) : (
        <Textarea
          {...common}
          rows={3}
          classNames={{ input: classes.grows }}
          onChange={(event) => set(path, event.currentTarget.value)}
        />
      )}
      {offered.length === 0 ? null : (
        <datalist id={listId}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <Below {...props} noteId={noteId}>
        {field.lines === 'many' && text !== '' ? (
          <span className={classes.count}>
            {left < field.most / 10 ? `${left} characters left` : countWords(text)}
          </span>
        ) : undefined}
      </Below>
    </div>
  );
}

function countWords(text: string): string {
  const count = wordCount(text);
  return count === 1 ? '1 word' : `${count} words`;
}

/** A number, an amount, a share or a day: its label and guidance to the left, the field to the right. */
function FigureView(props: ScalarProps): ReactNode {
  const { field, path } = props;
  const { ways, readOnly } = useForm();
  const [id, noteId, aboutId] = [useId(), useId(), useId()];
  const typed = useTyped(field, path, props.value);
  const suffix = unitWords(measureOf(field, undefined), ways.currency);
  const described = [
    ...(field.guidance === undefined ? [] : [aboutId]),
    ...(props.notes === undefined ? [] : [noteId]),
  ].join(' ');
  return (
    <div className={classes.figure}>
      <div>
        <label htmlFor={id} className={classes.label}>
          <FieldLabel field={field} />
        </label>
        {field.guidance === undefined ? null : (
          <p className={classes.about} id={aboutId}>
            {field.guidance}
          </p>
        )}
        <Below {...props} noteId={noteId} />
      </div>
      <TextInput
        id={id}
        type={field.kind === 'date' ? 'date' : 'text'}
        inputMode={field.kind === 'date' ? undefined : 'decimal'}
        autoComplete="off"
        data-path={path}
        readOnly={readOnly}
        value={typed.text}
        error={typed.error}
        aria-describedby={described === '' ? undefined : described}
        classNames={{ input: field.kind === 'date' ? '' : classes.figureInput }}
        rightSection={suffix === null ? null : <span className={classes.unit}>{suffix}</span>}
        rightSectionWidth={suffix === null ? undefined : `calc(${Math.max(suffix.length, 2)}ch + 1.1rem)`}
        rightSectionPointerEvents="none"
        onChange={(event) => typed.onChange(event.currentTarget.value)}
        onBlur={typed.onBlur}
      />
    </div>
  );
}

/** Up to this many options are shown at once; more are a list that opens. */
const mostRadios = 4;

function ChoiceView(props: ScalarProps<Extract<ScalarField, { kind: 'choice' }>>): ReactNode {
  const { field, path } = props;
  const { set, touch, readOnly } = useForm();
  const noteId = useId();
  const value = typeof props.value === 'string' ? props.value : '';
  const options = Object.entries(field.options);
  if (options.length > mostRadios) {
    return (
      <div className={classes.field}>
        <NativeSelect
          label={<FieldLabel field={field} />}
          description={field.guidance}
          data-path={path}
          disabled={readOnly}
          value={value}
          data={[
            ...(field.default === null ? [{ value: '', label: 'Choose' }] : []),
            ...options.map(([key, label]) => ({ value: key, label })),
          ]}
          onChange={(event) => set(path, event.currentTarget.value || null)}
          onBlur={() => touch(path)}
          maw="24rem"
        />
        <Below {...props} noteId={noteId} />
      </div>
    );
  }
  return (
    <div className={classes.field} data-path={path}>
      <Radio.Group
        label={<FieldLabel field={field} />}
        description={field.guidance}
        value={value}
        onChange={(chosen) => set(path, chosen)}
        onBlur={() => touch(path)}
        readOnly={readOnly}
      >
        <div className={classes.radios}>
          {options.map(([key, label]) => (
            <Radio key={key} value={key} label={label} disabled={readOnly && key !== value} />
          ))}
        </div>
      </Radio.Group>
      <Below {...props} noteId={noteId} />
    </div>
  );
}

function FlagView(props: ScalarProps): ReactNode {
  const { field, path } = props;
  const { set, touch, readOnly } = useForm();
  const noteId = useId();
  return (
    <div className={classes.field}>
      <Checkbox
        label={<FieldLabel field={field} />}
        description={field.guidance}
        data-path={path}
        disabled={readOnly}
        checked={props.value === true}
        onChange={(event) => set(path, event.currentTarget.checked)}
        onBlur={() => touch(path)}
      />
      <Below {...props} noteId={noteId} />
    </div>
  );
}
