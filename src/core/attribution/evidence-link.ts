/**
 * What proves an act: a link, a stored file, a mail, a meeting or an event of the CRM. It is kept as one line of text,
 * so that an export, the API and the screen carry the same.
 *
 * Handbook: docs/handbook/touches.md
 */

/** One piece of evidence, read from its line. */
export type EvidenceLink =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'file'; readonly fileId: string }
  | { readonly kind: 'mail'; readonly signalId: string }
  | { readonly kind: 'meeting'; readonly text: string }
  | { readonly kind: 'crm'; readonly text: string };

/** Why a line is not evidence, said so that a person can mend it. */
export type EvidenceFault = { readonly expected: string; readonly found: string; readonly repair: string };

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const address = /^https?:\/\/[^\s/?#@]+(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const prefix = /^(file|mail|meeting|crm):/i;
const repair =
  'Paste the address of the thread, document or recording, or name the meeting: meeting:Discovery, 3 March.';

/**
 * Reads one line of evidence. A link is an http or https address without a user name in it; `file:` and `mail:` name
 * a row of ours by its id; `meeting:` and `crm:` carry a few words. Anything else is refused with what was expected,
 * what was found and how to mend it.
 */
export function parseEvidence(line: string): EvidenceLink | EvidenceFault {
  const text = line.trim();
  const [, word] = prefix.exec(text) ?? [];
  if (word === undefined) {
    if (address.test(text)) return { kind: 'link', url: text };
    const expected = 'a link that begins with https:// or http://, or file:, mail:, meeting: or crm:';
    return { expected, found: shown(text), repair };
  }
  const kind = word.toLowerCase() as Exclude<EvidenceLink['kind'], 'link'>;
  const rest = text.slice(word.length + 1).trim();
  if (kind === 'file' || kind === 'mail') {
    if (!id.test(rest)) {
      return {
        expected: `${kind}: and the id of a ${kind} that is stored here`,
        found: shown(text),
        repair: kind === 'file' ? 'Upload the file first, then name its id.' : 'Name the mail by its id.',
      };
    }
    return kind === 'file' ? { kind, fileId: rest } : { kind, signalId: rest };
  }
  if (rest.length < 3) {
    return { expected: `${kind}: and a few words that find it again`, found: shown(text), repair };
  }
  return { kind, text: rest };
}

/** Whether a line was read as evidence. */
export function isEvidence(read: EvidenceLink | EvidenceFault): read is EvidenceLink {
  return 'kind' in read;
}

/** The line in its one spelling, so that the same evidence is the same text. */
export function evidenceLine(link: EvidenceLink): string {
  switch (link.kind) {
    case 'link':
      return link.url;
    case 'file':
      return `file:${link.fileId}`;
    case 'mail':
      return `mail:${link.signalId}`;
    case 'meeting':
    case 'crm':
      return `${link.kind}:${link.text}`;
  }
}

/** What a person reads: the host of a link, what a file or a mail is, the words of a meeting. */
export function evidenceWords(line: string): string {
  const read = parseEvidence(line);
  if (!isEvidence(read)) return line;
  switch (read.kind) {
    case 'link':
      return read.url.replace(/^https?:\/\//i, '').replace(/[/?#].*$/, '');
    case 'file':
      return 'File';
    case 'mail':
      return 'Mail';
    case 'meeting':
      return `Meeting: ${read.text}`;
    case 'crm':
      return `CRM: ${read.text}`;
  }
}

function shown(text: string): string {
  if (text === '') return 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
