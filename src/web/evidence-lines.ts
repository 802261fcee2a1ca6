/** The lines of a text that say something: links to evidence, one per line. */
export function evidenceLines(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
