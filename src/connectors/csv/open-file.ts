import type { Problem, RowBatch } from '#connectors/port.ts';
import { FileRefused, type FileShape, fileProblem, type ShapeChoice, sniffBytes } from './file-shape.ts';
import { readText } from './read-text.ts';
import { collectBytes, readWorkbook, sniffWorkbook } from './read-workbook.ts';
import { sniff } from './sniff.ts';

/** A file that can be read more than once: to understand it, to try it, to commit it. */
export type FileSource = {
  readonly name: string;
  /** A fresh pass over the bytes each time it is called. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** The size that the sender announced; a shorter file is refused as cut off. */
  readonly expectedBytes?: number;
};

export type OpenedFile =
  | { readonly ok: true; readonly shape: FileShape; readonly rows: () => AsyncIterable<RowBatch> }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Understands a file's shape and gives a way to stream its rows, for text and workbooks alike. `choice` is what
 * the person corrected. The rows throw FileRefused where the file turns out to be unreadable further on.
 */
export async function openFile(source: FileSource, choice: ShapeChoice = {}): Promise<OpenedFile> {
  const first = await firstBytes(source.bytes());
  const sniffed = sniff(first, source.name, choice);
  if (!sniffed.ok) return sniffed;
  try {
    const found =
      sniffed.shape.container === 'text'
        ? sniffed
        : await sniffWorkbook(await collectBytes(source.bytes()), source.name, choice);
    if (!found.ok) return found;
    const { shape } = found;
    return { ok: true, shape, rows: () => readRows(counted(source), shape) };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/**
 * Streams the rows of a file of known shape, batch by batch, with backpressure. Throws FileRefused where going
 * on would read nonsense.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  shape: FileShape,
): AsyncGenerator<RowBatch> {
  if (shape.container === 'text') yield* readText(bytes, shape);
  else yield* readWorkbook(await collectBytes(bytes), shape);
}

async function firstBytes(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.length;
    if (size >= sniffBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, sniffBytes);
}

async function* counted(source: FileSource): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of source.bytes()) {
    size += piece.length;
    yield piece;
  }
  if (source.expectedBytes === undefined || size >= source.expectedBytes) return;
  throw new FileRefused(
    fileProblem(
      'truncated',
      `${source.expectedBytes} bytes`,
      `${size} bytes`,
      'The upload was cut off. Send it again.',
    ),
  );
}
