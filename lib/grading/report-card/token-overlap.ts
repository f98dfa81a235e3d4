/**
 * The plainest measure of a text against a key: the share of the key's words that the text holds, stems of content words, no
 * weights and no order (the baseline of the SemEval-2013 task on student answers, Dzikovska et al.).
 */
import { tokenise } from "@/lib/grading/text/tokens";

const contentStems = (text: string): Set<string> =>
  new Set(
    tokenise(text)
      .filter(({ isFunction }) => !isFunction)
      .map(({ stem }) => stem),
  );

/** 0 to 1; 0 for a key without content words. */
export function tokenOverlap(key: string, text: string): number {
  const [asked, said] = [contentStems(key), contentStems(text)];
  if (asked.size === 0) return 0;
  return [...asked].filter((stem) => said.has(stem)).length / asked.size;
}
