import type { Readable } from 'node:stream';
import pg from 'pg';

/** A text, or a list of texts as an array, written so that it can stand in a statement. */
export function literal(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : arrayText(value);
  // Ids by the thousand need no escape, and looking at each letter of them would cost more than reading their rows.
  return /['\\]/.test(text) ? pg.escapeLiteral(text) : `'${text}'`;
}

function arrayText(items: readonly string[]): string {
  const isPlain = items.every((item) => /^[\w-]+$/.test(item) && item.toLowerCase() !== 'null');
  if (isPlain) return `{${items.join(',')}}`;
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Reads all that `COPY … TO STDOUT (FORMAT binary)` sends. */
export async function readCopied(stream: Readable): Promise<CopiedRows> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new CopiedRows(Buffer.concat(chunks));
}

const headerLength = 19;
const endOfRows = -1;
const absent = -1;
const [infinityHigh, minusInfinityHigh] = [0x7fffffff, -0x80000000];
const year2000 = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/**
 * Rows by the hundred thousand, as COPY writes them in its binary form. `next` goes to the next row; then each cell is
 * read in the order of the query, by the type it has there. Nothing is made of a cell but what is asked for: an instant
 * is a number on the wire and stays one, and a text is cut out of what came. Null where there is nothing.
 */
export class CopiedRows {
  readonly #bytes: Buffer;
  readonly #view: DataView;
  /** The same bytes, a letter for each. */
  readonly #letters: string;
  readonly #ids = new Map<number, { readonly begin: number; readonly text: string }>();
  #at = headerLength;
  #unread = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#letters = bytes.toString('latin1');
  }

  /** Goes to the next row; false behind the last one. */
  next(): boolean {
    if (this.#unread > 0) throw new Error(`${this.#unread} cells of a row were not read`);
    const cells = this.#view.getInt16(this.#at);
    if (cells === endOfRows) return false;
    this.#unread = cells;
    this.#at += 2;
    return true;
  }

  /**
   * Where the rows begin, by the id in the first cell of each; `goTo` goes there. Of the rest nothing is read but the ids in
   * the second cell, which are told apart in `seconds`.
   */
  byFirstId(): {
    readonly begins: ReadonlyMap<string | null, readonly number[]>;
    readonly seconds: ReadonlySet<string>;
  } {
    const begins = new Map<string | null, number[]>();
    const seconds = new Set<string>();
    let first: string | null = null;
    let others: number[] | undefined;
    for (let begin = this.#at; this.next(); begin = this.#at) {
      const id = this.id();
      // Rows of one id mostly come one after another.
      if (others === undefined || id !== first) {
        others = begins.get(id) ?? [];
        begins.set(id, others);
        first = id;
      }
      others.push(begin);
      const second = this.id();
      if (second !== null) seconds.add(second);
      while (this.#unread > 0) this.#length();
    }
    return { begins, seconds };
  }

  /** Goes to the row that begins there. */
  goTo(begin: number): void {
    this.#at = begin;
    this.next();
  }

  /** Passes over a cell. */
  skip(): void {
    this.#length();
  }

  /**
   * A `uuid` that stands in many rows: its text is made once. One that is another in each row comes cheaper as text, made by
   * PostgreSQL.
   */
  id(): string | null {
    if (this.#length() === absent) return null;
    const begin = this.#at - 16;
    // The last bytes of an id are random: they find it, and the others tell whether it is the same.
    const key = this.#view.getInt32(begin + 12);
    const known = this.#ids.get(key);
    if (known !== undefined && this.#isSame(known.begin, begin)) return known.text;
    const hex = this.#bytes.toString('hex', begin, this.#at);
    const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    this.#ids.set(key, { begin, text });
    return text;
  }

  #isSame(one: number, other: number): boolean {
    const view = this.#view;
    return (
      view.getInt32(one + 8) === view.getInt32(other + 8) &&
      view.getInt32(one + 4) === view.getInt32(other + 4) &&
      view.getInt32(one) === view.getInt32(other)
    );
  }

  /** A text; an id, if the query gives it as text. */
  text(): string | null {
    const length = this.#length();
    return length === absent ? null : this.#cut(this.#at - length, this.#at);
  }

  /** The value of a `jsonb`, which comes as text behind a byte for its version. */
  json(): unknown {
    const length = this.#length();
    return length === absent ? null : JSON.parse(this.#cut(this.#at - length + 1, this.#at));
  }

  /** A `smallint`, `integer` or `bigint`. */
  integer(): number | null {
    const length = this.#length();
    if (length === absent) return null;
    if (length === 2) return this.#view.getInt16(this.#at - 2);
    if (length === 4) return this.#view.getInt32(this.#at - 4);
    const value = this.#view.getInt32(this.#at - 8) * 2 ** 32 + this.#view.getUint32(this.#at - 4);
    if (!Number.isSafeInteger(value)) throw new Error(`a bigint is beyond the safe integers: ${value}`);
    return value;
  }

  /** A `timestamptz` as epoch milliseconds; what lies under a millisecond is cut off. NaN for `infinity`. */
  instant(): number | null {
    if (this.#length() === absent) return null;
    const high = this.#view.getInt32(this.#at - 8);
    if (high === infinityHigh || high === minusInfinityHigh) return Number.NaN;
    // Microseconds on the wire, of which a number cannot hold all: 2 ** 32 of them are 4,294,967 ms and 296 over.
    const low = this.#view.getUint32(this.#at - 4);
    return year2000 + high * 4_294_967 + Math.floor((high * 296 + low) / 1000);
  }

  /** A `date` as `YYYY-MM-DD`. */
  day(): string | null {
    if (this.#length() === absent) return null;
    return dayOf(this.#view.getInt32(this.#at - 4));
  }

  /** The text between two places. What is plain ASCII, as most is, needs no decoding. */
  #cut(from: number, to: number): string {
    for (let at = from; at < to; at += 1) {
      if ((this.#bytes[at] ?? 0) > 127) return this.#bytes.toString('utf8', from, to);
    }
    return this.#letters.slice(from, to);
  }

  /** Goes behind the next cell and tells its length. */
  #length(): number {
    if (this.#unread === 0) throw new Error('a row has no more cells');
    this.#unread -= 1;
    const length = this.#view.getInt32(this.#at);
    this.#at += length === absent ? 4 : 4 + length;
    return length;
  }
}

const mostDays = 50_000;
const days = new Map<number, string>();

/** The day so many days after the first one of the year 2000. Facts name the same few thousand days over and over. */
function dayOf(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  if (days.size >= mostDays) days.clear();
  const day = new Date(year2000 + number * dayMs).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}
