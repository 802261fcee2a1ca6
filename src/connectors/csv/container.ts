import type { Problem } from '#connectors/port.ts';
import { fileProblem } from './file-shape.ts';

const saveAgain =
  'Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8), then import that file.';

/**
 * What kind of file the first bytes are, whatever its name says: text, a workbook, or a problem that names what
 * was found instead (PDF, legacy .xls, a web page named .xls, an archive …).
 */
export function findContainer(first: Uint8Array): 'text' | 'xlsx' | Problem {
  if (first.length === 0) {
    return fileProblem(
      'empty-file',
      'a table with a header row',
      'a file without content',
      'Export the file again.',
    );
  }
  if (startsWith(first, [0x50, 0x4b])) return zipContainer(first);
  const named = magics.find(([bytes]) => startsWith(first, bytes));
  if (named) {
    const [, code, found, repair] = named;
    return fileProblem(code, 'a CSV, TSV or XLSX file', found, repair);
  }
  return textContainer(first);
}

const magics: [number[], string, string, string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf', 'a PDF document', 'Export the list from its source as CSV instead.'],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'legacy-xls',
    'an old binary .xls workbook, or a workbook with a password',
    `${saveAgain} Take the password off first if it has one.`,
  ],
  [[0x1f, 0x8b], 'gzip', 'a gzip archive', 'Unpack it and import the file inside.'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z', 'a 7-Zip archive', 'Unpack it and import the file inside.'],
  [[0x89, 0x50, 0x4e, 0x47], 'image', 'a PNG picture', 'Export the list as CSV instead.'],
  [[0xff, 0xd8, 0xff], 'image', 'a JPEG picture', 'Export the list as CSV instead.'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'sqlite', 'an SQLite database', 'Export the table as CSV instead.'],
  [[0x50, 0x41, 0x52, 0x31], 'parquet', 'a Parquet file', 'Export the table as CSV instead.'],
];

function zipContainer(first: Uint8Array): 'xlsx' | Problem {
  const text = Buffer.from(first.buffer, first.byteOffset, first.length).toString('latin1');
  if (!text.startsWith('PK\u0003\u0004') && !text.startsWith('PK\u0005\u0006')) {
    return fileProblem(
      'not-a-table',
      'a CSV, TSV or XLSX file',
      'a damaged archive',
      'Export the file again.',
    );
  }
  if (text.includes('application/vnd.oasis.opendocument')) {
    return fileProblem('ods', 'a CSV, TSV or XLSX file', 'an OpenDocument file', saveAgain);
  }
  if (
    /xl\/(worksheets|workbook|sharedStrings|styles|_rels|theme)/.test(text) ||
    text.includes('[Content_Types].xml')
  ) {
    if (text.includes('word/document') || text.includes('ppt/presentation')) {
      return fileProblem('office-document', 'a CSV, TSV or XLSX file', 'another Office document', saveAgain);
    }
    return 'xlsx';
  }
  const inside = [...text.matchAll(/PK\u0003\u0004[\s\S]{22}(..)[\s\S]{2}/g)]
    .map((match) => {
      const at = (match.index ?? 0) + 30;
      const length = (match[1] ?? '').charCodeAt(0) + (match[1] ?? '').charCodeAt(1) * 256;
      return text.slice(at, at + Math.min(length, 80));
    })
    .filter((name) => /^[\x20-\x7e]+$/.test(name));
  return fileProblem(
    'zip',
    'a CSV, TSV or XLSX file',
    inside.length > 0 ? `a ZIP archive with ${inside.slice(0, 3).join(', ')}` : 'a ZIP archive',
    'Unpack the archive and import the files inside, one after the other.',
  );
}

function textContainer(first: Uint8Array): 'text' | Problem {
  const head = Buffer.from(first.buffer, first.byteOffset, Math.min(first.length, 4096))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|<div|<style)/.test(head)) {
    return fileProblem(
      'html-table',
      'a CSV, TSV or XLSX file',
      'a web page (some systems name it .xls)',
      saveAgain,
    );
  }
  if (head.startsWith('<?xml') || head.startsWith('<workbook')) {
    return fileProblem('xml', 'a CSV, TSV or XLSX file', 'an XML document', saveAgain);
  }
  if (/^(\{\s*"|\[\s*[{[])/.test(head)) {
    return fileProblem(
      'json',
      'a CSV, TSV or XLSX file',
      'JSON',
      'Export the list as CSV, or send it to the API.',
    );
  }
  return 'text';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
