import { type CSSProperties, memo, type ReactNode } from 'react';
import type { ScalarField } from '#core/program/field.ts';
import { unitWords } from '../field-words.ts';
import { measureOf, type RowUnit } from '../read-value.ts';
import { useForm } from './form-context.ts';
import rowClasses from './rows.module.css';
import { useTyped } from './use-typed.ts';

export type CellProps = {
  field: ScalarField;
  path: string;
  value: unknown;
  /** The name of the cell for who cannot see its row and column. */
  label: string;
  unit?: RowUnit;
  isDefault?: boolean | undefined;
  placeholder?: string | undefined;
};

/**
 * A field without a label of its own, for rows and tables. Native elements: a page has up to three hundred of them.
 * Drawn again only when its own value changes.
 */
export const CellInput = memo(function CellInput(props: CellProps): ReactNode {
  const { field } = props;
  switch (field.kind) {
    case 'choice':
      return <ChoiceCell {...props} field={field} />;
    case 'flag':
      return <FlagCell {...props} />;
    default:
      return <TypedCell {...props} />;
  }
});

function ChoiceCell(props: CellProps & { field: Extract<ScalarField, { kind: 'choice' }> }): ReactNode {
  const { field, path, value } = props;
  const { set, touch, readOnly } = useForm();
  return (
    <select
      className={rowClasses.cell}
      data-path={path}
      data-default={props.isDefault || undefined}
      aria-label={props.label}
      disabled={readOnly}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => set(path, event.currentTarget.value || null)}
      onBlur={() => touch(path)}
    >
      {field.default === null ? <option value="">{field.isOptional ? '–' : 'Choose'}</option> : null}
      {Object.entries(field.options).map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}

function FlagCell(props: CellProps): ReactNode {
  const { set, touch, readOnly } = useForm();
  return (
    <input
      type="checkbox"
      data-path={props.path}
      aria-label={props.label}
      disabled={readOnly}
      checked={props.value === true}
      onChange={(event) => set(props.path, event.currentTarget.checked)}
      onBlur={() => touch(props.path)}
    />
  );
}

function TypedCell(props: CellProps): ReactNode {
  const { field, path, unit } = props;
  const { readOnly, ways } = useForm();
  const typed = useTyped(field, path, props.value, unit);
  const measure = measureOf(field, unit);
  const suffix = unitWords(measure, ways.currency);
  const common = {
    className: rowClasses.cell,
    'data-path': path,
    'data-default': props.isDefault || undefined,
    'aria-label': suffix === null ? props.label : `${props.label}, in ${suffix === '%' ? 'percent' : suffix}`,
    'aria-invalid': typed.error !== null || undefined,
    title: typed.error ?? undefined,
    readOnly,
    value: typed.text,
    placeholder: props.placeholder,
    onBlur: typed.onBlur,
  };
  if (field.kind === 'text') {
    return (
      <textarea
        {...common}
        rows={1}
        maxLength={field.most}
        onKeyDown={(event) => {
          const isShortcut = event.ctrlKey || event.metaKey;
          if (field.lines === 'one' && event.key === 'Enter' && !isShortcut) event.preventDefault();
        }}
        onChange={(event) => {
          const text = event.currentTarget.value;
          typed.onChange(field.lines === 'one' ? text.replaceAll(/[\r\n]+/g, ' ') : text);
        }}
      />
    );
  }
  const input = (
    <input
      {...common}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'date' ? undefined : 'decimal'}
      autoComplete="off"
      onChange={(event) => typed.onChange(event.currentTarget.value)}
    />
  );
  return (
    <span
      className={rowClasses.cellBox}
      data-number={measure ?? undefined}
      style={suffix === null ? undefined : ({ '--suffix': `${suffix.length}ch` } as CSSProperties)}
    >
      {input}
      {suffix === null ? null : (
        <span className={rowClasses.suffix} aria-hidden="true">
          {suffix}
        </span>
      )}
      {typed.error === null ? null : <span className={rowClasses.cellError}>{typed.error}</span>}
    </span>
  );
}
