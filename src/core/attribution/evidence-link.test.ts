import { describe, expect, it } from 'vitest';
import { evidenceLine, evidenceWords, isEvidence, parseEvidence } from './evidence-link.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('evidence', () => {
  it.each([
    ['https://mail.example/thread/9', { kind: 'link', url: 'https://mail.example/thread/9' }],
    [' HTTP://crm.example:8080?x=1 ', { kind: 'link', url: 'HTTP://crm.example:8080?x=1' }],
    [`file:${id}`, { kind: 'file', fileId: id }],
    [`mail: ${id}`, { kind: 'mail', signalId: id }],
    ['meeting:Discovery, 3 March', { kind: 'meeting', text: 'Discovery, 3 March' }],
    ['CRM:Event 4711', { kind: 'crm', text: 'Event 4711' }],
  ])('is read from %s', (line, read) => {
    expect(parseEvidence(line)).toEqual(read);
  });

  it.each([
    '',
    'we met',
    'ftp://files.example/a',
    'javascript:alert(1)',
    'data:text/html,hello',
    'https://',
    'https://dana:secret@mail.example/',
    'https://two words.example',
    'www.example.org',
    'file:deck.pdf',
    'mail:1',
    'meeting:',
    'crm: x',
  ])('is refused with what was expected, found and how to mend it: "%s"', (line) => {
    const read = parseEvidence(line);
    expect(isEvidence(read)).toBe(false);
    if (isEvidence(read)) return;
    expect(read.expected).not.toBe('');
    expect(read.found).not.toBe('');
    expect(read.repair).toMatch(/\.$/);
  });

  it('comes out of its one spelling as it went in', () => {
    for (const line of [
      'https://a.example/b',
      `file:${id}`,
      `mail:${id}`,
      'meeting:Kickoff',
      'crm:Call 12',
    ]) {
      const read = parseEvidence(line);
      expect(isEvidence(read) && evidenceLine(read)).toBe(line);
    }
  });

  it('is said so that a person knows what to open', () => {
    expect(evidenceWords('https://mail.example/thread/9?x')).toBe('mail.example');
    expect(evidenceWords('meeting: Kickoff')).toBe('Meeting: Kickoff');
    expect(evidenceWords(`file:${id}`)).toBe('File');
    expect(evidenceWords('an old note')).toBe('an old note');
  });

  it('never shows more of a wrong line than a person can read', () => {
    const read = parseEvidence('x'.repeat(5000));
    expect(isEvidence(read) ? '' : read.found).toHaveLength(80);
  });
});
