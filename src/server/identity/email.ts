/** A mail address as identity keeps and counts it: trimmed, in lower case. Whether it is one is checked at the edge. */
export function foldedEmail(text: string): string {
  return text.trim().toLowerCase();
}
