import { memo, type ReactNode, useMemo } from 'react';
import { type PrintBlock, type PrintLine, printSections } from '#core/blueprint/print-blocks.ts';
import type { ValueFormat } from '#core/blueprint/value-text.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { Page } from '#core/program/page.ts';
import { type Formatters, useFormat } from '../../../../ui/format.tsx';
import { factWords } from '../fact-words.ts';
import { seatWords } from '../field-words.ts';
import classes from './print.module.css';

/** A signature as it stands on a print. */
export type PrintSignature = {
  readonly seat: string;
  readonly name: string;
  readonly interim: boolean;
  readonly at: number;
};

export type PagePrintProps = {
  page: Page;
  body: Readonly<Record<string, unknown>>;
  organization: string;
  currency: CurrencyCode;
  facts: readonly FunnelFact[];
  /** “Draft”, “Version 3”. */
  edition: string;
  /** “in force from 1 Oct 2026”; null for a draft. */
  since: string | null;
  isDraft: boolean;
  signatures: readonly PrintSignature[];
};

/** How amounts, days and numbers read on a print. */
export function printFormat(format: Formatters, currency: CurrencyCode): ValueFormat {
  return {
    money: (minor) => format.money({ minor, currency }),
    date: (day) => format.day(day),
    number: (value) => format.count(value),
  };
}

/** A page as it would be signed: one sheet, made from the same declaration as the form. */
export const PagePrint = memo(function PagePrint(props: PagePrintProps): ReactNode {
  const { page, body, currency, facts, signatures } = props;
  const format = useFormat();
  const sections = useMemo(
    () =>
      printSections(page, body, printFormat(format, currency), (_field, key) => {
        const fact = facts.find((one) => one.key === key);
        return fact === undefined ? key : factWords(fact, format, currency).sentence;
      }),
    [page, body, format, currency, facts],
  );
  return (
    <div className={classes.desk}>
      <article
        className={classes.sheet}
        data-draft={props.isDraft || undefined}
        aria-label={`Print of ${page.title}`}
      >
        <header className={classes.head}>
          <p className={classes.running}>
            <span>{props.organization} · Partner program</span>
            <span>
              {props.edition}
              {props.since === null ? null : `, ${props.since}`}
            </span>
          </p>
          <p className={classes.title}>{page.title}</p>
          <p className={classes.question}>{page.question}</p>
        </header>
        {sections.map((section, index) => (
          <section key={section.title} className={classes.section} data-printed={section.title}>
            <p className={classes.heading}>
              <span className={classes.number}>{index + 1}</span>
              {section.title}
            </p>
            {section.blocks.map((block, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a section stay in their order
              <Block key={place} block={block} />
            ))}
          </section>
        ))}
        <footer className={classes.signatures}>
          {page.seats.map((seat) => {
            const signed = signatures.find((one) => one.seat === seat);
            return (
              <div key={seat} className={classes.signature}>
                <p className={classes.signed}>{signed?.name ?? '\u00a0'}</p>
                <p className={classes.seat}>
                  {seatWords(seat)}
                  {signed?.interim === true ? ', in the interim' : ''}
                </p>
                <p className={classes.when}>
                  {signed === undefined ? 'Not signed' : `Signed ${format.instant(signed.at)}`}
                </p>
              </div>
            );
          })}
        </footer>
      </article>
    </div>
  );
});

function Block(props: { block: PrintBlock }): ReactNode {
  const { block } = props;
  const title = block.title === null ? null : <p className={classes.blockTitle}>{block.title}</p>;
  switch (block.kind) {
    case 'lines':
      return (
        <div className={classes.block}>
          {title}
          <Lines lines={block.lines} />
        </div>
      );
    case 'entries':
      return (
        <div className={classes.block}>
          {title}
          {block.entries.map((entry) => (
            <div key={entry.title} className={classes.entry}>
              <p className={classes.entryTitle}>{entry.title}</p>
              <p className={classes.run}>
                {entry.lines
                  .filter(({ text }) => text !== '')
                  .map((line) => (
                    <span key={line.label}>
                      <i>{line.label}:</i> <Value text={line.text} />
                      {/[.!?]$/.test(line.text ?? '') ? ' ' : '. '}
                    </span>
                  ))}
              </p>
            </div>
          ))}
        </div>
      );
    case 'table':
      return (
        <div className={classes.block}>
          {title}
          <table className={classes.table} data-dense={block.dense || undefined}>
            <thead>
              <tr>
                {block.head.map((label) =>
                  label === '' ? (
                    <td key={label} />
                  ) : (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a print have no name of their own
                <tr key={index}>
                  {row.map((text, place) =>
                    place === 0 && block.named ? (
                      <th key={block.head[place]} scope="row">
                        {text}
                      </th>
                    ) : (
                      <td key={block.head[place]}>
                        <Value text={text} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function Lines(props: { lines: readonly PrintLine[] }): ReactNode {
  return (
    <dl className={classes.lines}>
      {props.lines.map((line) => (
        <div key={line.label} className={classes.line}>
          <dt>{line.label}</dt>
          <dd>
            <Value text={line.text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value(props: { text: string | null }): ReactNode {
  return props.text === null ? <span className={classes.open}>not answered</span> : props.text;
}
