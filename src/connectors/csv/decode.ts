import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { completeUtf8, decodeMixed } from './encoding.ts';
import { type Encoding, FileRefused, fileProblem } from './file-shape.ts';

/** Turns the bytes of a file into text piece by piece; a character cut by a piece's end waits for the next. */
export type Decoder = {
  decode(bytes: Uint8Array): string;
  /** The rest. Throws FileRefused if the file ends inside a character. */
  end(): string;
  /** What the bytes made it do that the person should know; read after the end. */
  readonly notes: string[];
};

const mark = '\ufeff';

/** A decoder for a file of the encoding that `sniff` found. */
export function decoderFor(encoding: Encoding, encodingSeen: boolean): Decoder {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom')
    return utf8Decoder(encoding === 'utf-8-bom' || encodingSeen);
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32Decoder(encoding === 'utf-32le');
  return platformDecoder(encoding);
}

type Western = InstanceType<typeof TextDecoder>;

function utf8Decoder(encodingSeen: boolean): Decoder {
  const notes: string[] = [];
  let carry: Buffer = Buffer.alloc(0);
  let seen = encodingSeen;
  let first = true;
  let western: Western | null = null;
  const text = (bytes: Buffer): string => {
    if (western) return western.decode(bytes, { stream: true });
    if (isAscii(bytes)) return bytes.toString('latin1');
    if (isUtf8(bytes)) {
      seen = true;
      return bytes.toString('utf8');
    }
    if (!seen) {
      western = new TextDecoder('windows-1252');
      notes.push('The file is not UTF-8; it was read as Windows-1252 (Western European).');
      return western.decode(bytes, { stream: true });
    }
    if (notes.length === 0)
      notes.push('The file mixes UTF-8 with other bytes; those were read as Windows-1252.');
    return decodeMixed(bytes);
  };
  return {
    notes,
    decode(bytes) {
      let buffer: Buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      if (carry.length > 0) buffer = Buffer.concat([carry, buffer]);
      const end = western ? buffer.length : completeUtf8(buffer);
      carry = end === buffer.length ? Buffer.alloc(0) : Buffer.from(buffer.subarray(end));
      const decoded = text(buffer.subarray(0, end));
      if (!first || decoded === '') return decoded;
      first = false;
      return decoded.startsWith(mark) ? decoded.slice(1) : decoded;
    },
    end() {
      if (carry.length === 0) return '';
      if (seen) throw new FileRefused(cutInCharacter());
      return text(carry);
    },
  };
}

function platformDecoder(encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): Decoder {
  const decoder = new TextDecoder(encoding);
  let bytesSeen = 0;
  return {
    notes: [],
    decode(bytes) {
      bytesSeen += bytes.length;
      return decoder.decode(bytes, { stream: true });
    },
    end() {
      if (encoding !== 'windows-1252' && bytesSeen % 2 !== 0) throw new FileRefused(cutInCharacter());
      return decoder.decode();
    },
  };
}

function utf32Decoder(littleEndian: boolean): Decoder {
  let carry: Buffer = Buffer.alloc(0);
  let first = true;
  return {
    notes: [],
    decode(bytes) {
      let buffer = Buffer.concat([carry, bytes]);
      if (first && hasShortMark(buffer)) buffer = buffer.subarray(2);
      const end = buffer.length - (buffer.length % 4);
      const points: string[] = [];
      for (let at = 0; at < end; at += 4) {
        const point = littleEndian ? buffer.readUInt32LE(at) : buffer.readUInt32BE(at);
        points.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
      }
      carry = Buffer.from(buffer.subarray(end));
      if (first && points[0] === mark) points.shift();
      if (end > 0) first = false;
      return points.join('');
    },
    end() {
      if (carry.length > 0) throw new FileRefused(cutInCharacter());
      return '';
    },
  };
}

/** A two-byte mark before UTF-32, as some tools write it. */
function hasShortMark(buffer: Buffer): boolean {
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return true;
  return buffer[0] === 0xff && buffer[1] === 0xfe && (buffer[2] !== 0 || buffer[3] !== 0);
}

function cutInCharacter() {
  return fileProblem(
    'truncated',
    'a complete file',
    'an end in the middle of a character',
    'The upload or download was cut off. Export or upload the file again.',
  );
}

/** The text of a file's first bytes without its byte-order mark; a character cut by their end is left out. */
export function decodeStart(bytes: Uint8Array, encoding: Encoding): string {
  const text = decoderFor(encoding, true).decode(bytes);
  return text.startsWith(mark) ? text.slice(1) : text;
}
