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

/** One vector a text, in their order; it stops after each text, so that whoever drives it may do something else. */
export function* wordVectors(texts: readonly string[]): Generator<void, WordVector[]> {
  const numbers = new Map<string, number>();
  const counted: Map<number, number>[] = [];
  for (const text of texts) {
    counted.push(countsOf(text, numbers));
    yield;
  }
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

/**
 * Cosines of one vector with each of many, 0 to 1 in their order; 0 where one has no words. The many are filed by word
 * once, so that of each pair only the words that both have are looked at.
 */
export function cosinesTo(many: readonly WordVector[]): (one: WordVector) => Float64Array {
  const filed = new Map<number, { at: number[]; weights: number[] }>();
  for (const [at, { words, weights }] of many.entries())
    for (const [i, word] of words.entries()) {
      const file = filed.get(word) ?? { at: [], weights: [] };
      filed.set(word, file);
      file.at.push(at);
      file.weights.push(weights[i] ?? 0);
    }
  return ({ words, weights }) => {
    const sums = new Float64Array(many.length);
    for (let i = 0; i < words.length; i++) {
      const file = filed.get(words[i] ?? 0);
      if (!file) continue;
      const weight = weights[i] ?? 0;
      for (let j = 0; j < file.at.length; j++) {
        const at = file.at[j] ?? 0;
        sums[at] = (sums[at] ?? 0) + weight * (file.weights[j] ?? 0);
      }
    }
    return sums.map((sum) => Math.min(1, sum));
  };
}
