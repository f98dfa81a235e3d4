/** Lengths of the latent vectors of all sentences, so that a query needs one product per term and not one per sentence. */
import type { AnalysedField } from "./analysis";
import type { LatentSpace } from "./latent-semantics";

export type Sentences = {
  /** Sentence s of document d is number starts[d] + s. */
  readonly starts: Int32Array;
  readonly norms: Float32Array;
};

export function describeSentences({ stems, sentences }: AnalysedField, space: LatentSpace): Sentences {
  const { dimension, terms } = space;
  const documents = stems.offsets.length - 1;
  const starts = new Int32Array(documents + 1);
  for (let document = 0; document < documents; document++) {
    const end = stems.offsets[document + 1] as number;
    const isEmpty = end === stems.offsets[document];
    starts[document + 1] = (starts[document] as number) + (isEmpty ? 0 : (sentences[end - 1] as number) + 1);
  }
  const norms = new Float32Array(starts[documents] as number);
  const vector = new Float32Array(dimension);
  let current = -1;
  const close = () => {
    if (current >= 0) norms[current] = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    vector.fill(0);
  };
  for (let document = 0; document < documents; document++) {
    for (let at = stems.offsets[document] as number; at < (stems.offsets[document + 1] as number); at++) {
      const sentence = (starts[document] as number) + (sentences[at] as number);
      if (sentence !== current) close();
      current = sentence;
      const from = (stems.tokens[at] as number) * dimension;
      for (let k = 0; k < dimension; k++) vector[k] = (vector[k] as number) + (terms[from + k] as number);
    }
  }
  close();
  return { starts, norms };
}
