import { Buffer, isUtf8 } from 'node:buffer';
import type { Problem } from '#connectors/port.ts';
import { type Encoding, fileProblem } from './file-shape.ts';

export type EncodingFound = { encoding: Encoding; seen: boolean; notes: string[] };

/**
 * The encoding of a text file, from its byte-order mark, else from where its zero bytes stand (UTF-16 without a
 * mark), else from whether it is valid UTF-8; anything else is read as Windows-1252. `seen` is false where all
 * bytes were ASCII. A file with zero bytes that fits no encoding is a problem.
 */
export function findEncoding(first: Uint8Array, whole: boolean): EncodingFound | Problem {
  const marked = fromMark(first);
  if (marked) return { encoding: marked, seen: true, notes: [`The byte-order mark says ${marked}.`] };
  const zeros = zeroBytes(first);
  if (zeros.even + zeros.odd > 0) return fromZeros(first, zeros);
  if (!first.some((byte) => byte >= 0x80)) return { encoding: 'utf-8', seen: false, notes: [] };
  const clean = whole ? first : first.subarray(0, completeUtf8(first));
  if (isUtf8(clean)) return { encoding: 'utf-8', seen: true, notes: [] };
  const { valid, invalid } = countUtf8(clean);
  const cutOff = whole && valid > 0 && isUtf8(first.subarray(0, completeUtf8(first)));
  if (cutOff) return { encoding: 'utf-8', seen: true, notes: [] };
  if (valid > invalid) {
    return {
      encoding: 'utf-8',

      seen: true,
      notes: ['The file mixes UTF-8 with other bytes; those were read as Windows-1252.'],
    };
  }
  return {
    encoding: 'windows-1252',

    seen: true,
    notes: ['The file is not UTF-8; it was read as Windows-1252 (Western European).'],
  };
}

function fromMark(b: Uint8Array): Encoding | null {
  if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) return 'utf-32le';
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return 'utf-32be';
  const wide = b[0] === 0xff || b[0] === 0xfe ? fourByteOrder(b.subarray(2)) : null;
  if (wide) return wide;
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8-bom';
  return null;
}

/** Some tools write a two-byte mark before UTF-32: three of four bytes are zero then. */
function fourByteOrder(body: Uint8Array): Encoding | null {
  const sample = body.subarray(0, 4096);
  const zeros = zeroBytes(sample);
  if (sample.length < 8 || zeros.even + zeros.odd < sample.length * 0.6) return null;
  return (sample[0] ?? 0) !== 0 ? 'utf-32le' : 'utf-32be';
}

function zeroBytes(bytes: Uint8Array): { even: number; odd: number; first: number } {
  let even = 0;
  let odd = 0;
  let at = -1;
  for (let i = bytes.indexOf(0); i !== -1; i = bytes.indexOf(0, i + 1)) {
    if (at === -1) at = i;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd, first: at };
}

function fromZeros(
  bytes: Uint8Array,
  zeros: { even: number; odd: number; first: number },
): EncodingFound | Problem {
  const half = bytes.length / 2;
  const notes = ['The file has no byte-order mark; its zero bytes show UTF-16.'];
  if (zeros.odd > half * 0.6 && zeros.even < half * 0.05) {
    return { encoding: 'utf-16le', seen: true, notes };
  }
  if (zeros.even > half * 0.6 && zeros.odd < half * 0.05) {
    return { encoding: 'utf-16be', seen: true, notes };
  }
  return nulProblem(1 + countByte(bytes.subarray(0, zeros.first), 0x0a));
}

/** The refusal of a text file in which zero bytes stand. */
export function nulProblem(row: number): Problem {
  return fileProblem(
    'nul-bytes',
    'text',
    'a zero byte, which no text file has',
    'The file is damaged or not a text file. Export it again as CSV (UTF-8).',
    { row },
  );
}

function countByte(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let i = bytes.indexOf(byte); i !== -1; i = bytes.indexOf(byte, i + 1)) count++;
  return count;
}

/** How many of the bytes can be decoded before a character that the end may cut in two. */
export function completeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < need ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Length of the valid UTF-8 sequence at `at`, or 0. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length <= 1) return length;
  return isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length ? length : 0;
}

function countUtf8(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceAt(bytes, i);
    if (length === 0) invalid++;
    else if (length > 1) valid++;
    i += length || 1;
  }
  return { valid, invalid };
}

const western = new TextDecoder('windows-1252');

/** Text of bytes that are UTF-8 in places: what is valid is read as UTF-8, every other byte as Windows-1252. */
export function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceAt(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    parts.push(
      Buffer.from(bytes.subarray(start, i)).toString('utf8'),
      western.decode(bytes.subarray(i, i + 1)),
    );
    i += 1;
    start = i;
  }
  parts.push(Buffer.from(bytes.subarray(start)).toString('utf8'));
  return parts.join('');
}
