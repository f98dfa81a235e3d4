/**
 * Spelling correction against the words that sellers write. One edit (a letter more, less, other, or two swapped:
 * Damerau, 1964) is found by words that share a form with one letter left out (SymSpell: Garbe, 2012); two edits, for
 * long words only, by comparing with every word of a like length.
 */

export type Correction = { readonly word: string; readonly edits: number };
export type Speller = { correct(word: string): Correction | null };

/** Words in fewer titles than this may be slips themselves. */
const MIN_TITLES = 5;
const MIN_LENGTH = 4;
/** Shorter words have too many neighbours at two edits. */
const TWO_EDITS_FROM = 8;

/** The word and every form of it with one letter left out. */
function shortForms(word: string): string[] {
  const forms = [word];
  for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
export function editDistance(left: string, right: string): number {
  const width = right.length + 1;
  const table = new Uint8Array((left.length + 1) * width);
  for (let i = 0; i <= left.length; i++) table[i * width] = i;
  for (let j = 0; j <= right.length; j++) table[j] = j;
  const at = (i: number, j: number) => table[i * width + j] as number;
  for (let i = 1; i <= left.length; i++)
    for (let j = 1; j <= right.length; j++) {
      const isSame = left[i - 1] === right[j - 1];
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      table[i * width + j] = best;
    }
  return at(left.length, right.length);
}

/** `titles[i]`: titles that hold `words[i]`. Of corrections with as few edits the commonest word wins, then the first in the alphabet. */
export function createSpeller(terms: readonly string[], titles: ArrayLike<number>): Speller {
  const words = new Map(terms.map((word, i) => [word, titles[i] as number]));
  const usable = [...words].flatMap(([word, titles]) =>
    titles >= MIN_TITLES && word.length >= MIN_LENGTH && !/\d/.test(word) ? [word] : [],
  );
  const byForm = new Map<string, string[]>();
  for (const word of usable)
    for (const form of new Set(shortForms(word))) {
      const sharing = byForm.get(form);
      if (sharing) sharing.push(word);
      else byForm.set(form, [word]);
    }
  const best = (candidates: Iterable<string>, typed: string, limit: number): Correction | null => {
    let found: Correction | null = null;
    for (const word of new Set(candidates)) {
      const edits = editDistance(typed, word);
      if (edits > limit) continue;
      if (found && (edits > found.edits || (edits === found.edits && !isCommoner(words, word, found.word))))
        continue;
      found = { word, edits };
    }
    return found;
  };
  return {
    correct(typed) {
      if (typed.length < MIN_LENGTH || /\d/.test(typed)) return null;
      const near = best(
        shortForms(typed).flatMap((form) => byForm.get(form) ?? []),
        typed,
        1,
      );
      if (near || typed.length < TWO_EDITS_FROM) return near;
      const alike = usable.filter(
        (word) => Math.abs(word.length - typed.length) <= 2 && word[0] === typed[0],
      );
      return best(alike, typed, 2);
    },
  };
}

function isCommoner(words: ReadonlyMap<string, number>, left: string, right: string): boolean {
  const difference = (words.get(left) ?? 0) - (words.get(right) ?? 0);
  return difference > 0 || (difference === 0 && left < right);
}
