import { isPageWord } from '#core/program/page.ts';
import { keyOf } from './node-value.ts';
import { readYaml, yamlLayout } from './yaml-text.ts';

/**
 * The text to keep after an import: the imported one. Where it holds some pages only, they take their place in the
 * text that was kept before, whose other pages keep their comments.
 */
export function keptText(before: string | null, imported: string): string {
  const text = imported.replace(/^\ufeff/, '');
  if (before === null) return text;
  const [old, young] = [readYaml(before), readYaml(text)];
  if (!old.ok || !young.ok) return text;
  const words = young.yaml.root.items.map((pair) => keyOf(pair.key)).filter(isPageWord);
  const missing = old.yaml.root.items.filter(({ key }) => {
    const word = keyOf(key);
    return isPageWord(word) && !words.includes(word);
  });
  if (missing.length === 0) return text;
  young.yaml.root.items.push(...missing);
  return young.yaml.document.toString(yamlLayout);
}
