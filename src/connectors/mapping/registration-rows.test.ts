import { describe, expect, it } from 'vitest';
import type { RegistrationRecord } from '#connectors/port.ts';
import cases from '#test/vectors/registration-rows.json' with { type: 'json' };
import { importBytes } from '../fixtures/import-bytes.ts';

const columns: readonly string[] = cases.columns;
const good: Readonly<Record<string, string>> = cases.good;

/** A file of the good row with other cells. */
function file(...changes: Readonly<Record<string, string>>[]): string {
  const rows = changes.map((change) =>
    columns.map((name) => `"${(change[name] ?? good[name] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}

async function read(...changes: Readonly<Record<string, string>>[]) {
  const result = await importBytes(file(...changes));
  const isOne = (record: { type: string }): record is RegistrationRecord => record.type === 'registration';
  return { ...result, registrations: result.records.filter(isOne) };
}

describe('a file of registrations', () => {
  it('is known by its columns and asks nothing', async () => {
    const { understanding, registrations } = await read({});
    expect(understanding.kind.is).toBe('registrations');
    expect(understanding.source.is).toBe('table');
    expect(understanding.questions).toEqual([]);
    expect(registrations).toHaveLength(1);
  });

  it('is known by German columns', async () => {
    const header = 'Registrierungs-ID,Partner,Kunde,Land,Eingereicht am,Entschieden am,Status,Geschützt bis';
    const { understanding, records, rejects } = await importBytes(
      `${header}\n1,Nordsee IT,Werft GmbH,Deutschland,13.04.2026,14.04.2026,genehmigt,31.12.2026\n`,
    );
    expect(understanding.kind.is).toBe('registrations');
    expect(rejects).toEqual([]);
    expect(records).toMatchObject([
      { state: 'accepted', country: 'DE', account: 'Werft GmbH', protectedUntil: '2026-12-31' },
    ]);
  });

  it.each(cases.reads)('reads $name', async ({ cells, is }) => {
    const { registrations, rejects } = await read(cells);
    expect(rejects).toEqual([]);
    expect(registrations).toMatchObject([is]);
  });

  it.each(cases.refuses)('refuses $name', async ({ cells, code, column }) => {
    const { registrations, rejects } = await read(cells, { Reference: 'other' });
    expect(registrations.map(({ row }) => row)).toEqual([3]);
    expect(rejects).toMatchObject([{ row: 2, code, column }]);
    for (const { expected, found, repair } of rejects) {
      for (const text of [expected, found, repair]) expect(text).not.toBe('');
    }
  });

  it('takes the very same row once, and refuses one that differs under the same id', async () => {
    const same = await read({}, {});
    expect([same.registrations.length, same.rejects.length]).toEqual([1, 0]);
    const other = await read({}, { Value: '7' });
    expect(other.rejects).toMatchObject([{ row: 3, code: 'duplicate-id', column: 'Reference' }]);
  });
});
