/**
 * Answers as sparse vectors of their words, so that answers in the same words lie close: tf-idf with logarithmic counts
 * and unit length (Salton and Buckley 1988). Built from the class's own answers; no model and no other text is in it.
 */
import { tokenise } from "@/lib/grading/text/tokens";

/** Word numbers in rising order with their weights; the squares of the weights sum to 1, or there are no words. */
export type WordVector = { words: Uint32Array; weights: Float64Array };

/** tf-idf weight of a word that stands `count` times in a text and in `documents` of `all` texts. */
export const tfIdf = (count: number, documents: number, all: number): number =>
  (1 + Math.log(count)) * Math.log((1 + all) / (1 + documents) + 1);

function countsOf(text: string, numbers: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { stem, isFunction } of tokenise(text)) {
    if (isFunction) continue;
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** One vector a text, in their order. */
export function wordVectors(texts: readonly string[]): WordVector[] {
  const numbers = new Map<string, number>();
  const counted = texts.map((text) => countsOf(text, numbers));
  const documents = new Uint32Array(numbers.size);
  for (const counts of counted)
    for (const word of counts.keys()) documents[word] = (documents[word] ?? 0) + 1;
  return counted.map((counts) => {
    const words = Uint32Array.from(counts.keys()).sort();
    const weights = Float64Array.from(words, (word) =>
      tfIdf(counts.get(word) ?? 1, documents[word] ?? 0, texts.length),
    );
    const length = Math.hypot(...weights);
    return { words, weights: weights.map((weight) => weight / length) };
  });
}

/** Cosine of two unit vectors, 0 to 1; 0 when one has no words. */
export function cosine(one: WordVector, other: WordVector): number {
  let sum = 0;
  let at = 0;
  for (let i = 0; i < one.words.length; i++) {
    const word = one.words[i] ?? 0;
    while (at < other.words.length && (other.words[at] ?? 0) < word) at++;
    if (other.words[at] === word) sum += (one.weights[i] ?? 0) * (other.weights[at] ?? 0);
  }
  return Math.min(1, sum);
}
