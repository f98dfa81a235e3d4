/**
 * What each term of a query is worth beside its idf, learnt from judged queries: a verb at the end of a claim may say
 * more than its rarity does. Weights of BM25 are `\exp(\theta \cdot \phi(t) + \theta_t)`, with measures `\phi` of how the
 * term is written and where it stands, and `\theta_t` for terms that several training queries hold (a linear relative of
 * weighted dependence models: Bendersky, Metzler & Croft, 2010). Loss: softmax cross-entropy of the first BM25 results.
 */
import { adamUpdate, correctedRate, createMoments } from "../training/adam";
import type { AnalysedQuery } from "./analysis";
import { countTerms, type WeightedTerms } from "./bm25";
import type { JudgedQuery } from "./judged-queries";
import type { SearchIndex } from "./search-index";

export type TermWeights = {
  /** One for each of the measures of `describeTerm`. */
  readonly byMeasure: Float32Array;
  /** By stem. */
  readonly byTerm: ReadonlyMap<string, number>;
};

/** BM25 results that a query is learnt from. */
const DEPTH = 100;
/** Training queries that a term needs for a weight of its own. */
const MIN_QUERIES = 3;
const STEPS = 150;
const LEARNING_RATE = 0.03;
/** L2 on all weights; chosen by cross-validation on the training queries of a collection of abstracts. */
const DECAY = 0.02;
/** Steepness of the softmax at the start; learnt with the rest. */
const SHARPNESS = 0.7;

const ENDINGS = [/ing$/i, /ed$/i, /s$/i, /ly$/i];

/** How a term is written and where in the query it stands; about as large as 1. */
function describeTerm(
  index: SearchIndex,
  { stems, isName, surfaces }: AnalysedQuery,
  term: number,
): number[] {
  const at = stems.indexOf(term);
  const surface = surfaces[at] as string;
  const rarity = (index.whole.idf(term) - 4) / 3;
  return [
    rarity,
    rarity ** 2 - 1,
    isName[at] as number,
    Number(/\d/.test(surface)),
    Number(/^\p{Lu}/u.test(surface)),
    (surface.length - 7) / 4,
    Number(at === 0),
    Number(at === stems.length - 1),
    at / stems.length - 0.5,
    ...ENDINGS.map((ending) => Number(ending.test(surface))),
  ];
}

/** The query's terms, weighed; a term that occurs twice still weighs two times. */
export function weighTerms(index: SearchIndex, query: AnalysedQuery, weights: TermWeights): WeightedTerms {
  const weighed = [...countTerms(query.stems)].map(([term, count]) => {
    const own = weights.byTerm.get(index.analyser.stems.terms[term] as string) ?? 0;
    const written = describeTerm(index, query, term).reduce(
      (sum, value, k) => sum + value * (weights.byMeasure[k] as number),
      own,
    );
    return [term, count * Math.exp(written)] as const;
  });
  return new Map(weighed);
}

/** First results of one training query: what each of its terms adds to the score of each, and the grades. */
type Example = {
  readonly terms: readonly number[];
  /** [terms][measures]. */
  readonly measures: readonly (readonly number[])[];
  /** Row-major [results, terms]. */
  readonly parts: Float32Array;
  /** Shares of 1. */
  readonly targets: Float32Array;
};

function exampleOf(index: SearchIndex, { text, grades }: JudgedQuery): Example {
  const query = index.analyser.analyseQuery(text);
  const counts = countTerms(query.stems);
  const terms = [...counts.keys()];
  const { items } = index.whole.search(counts, DEPTH);
  const parts = new Float32Array(items.length * terms.length);
  terms.forEach((term, t) => {
    index.whole.scoreEach(new Map([[term, counts.get(term) ?? 1]]), items).forEach((score, row) => {
      parts[row * terms.length + t] = score;
    });
  });
  const total = items.reduce((sum, item) => sum + (grades.get(item) ?? 0), 0);
  const targets = Float32Array.from(items, (item) => (grades.get(item) ?? 0) / Math.max(1e-9, total));
  return { terms, measures: terms.map((term) => describeTerm(index, query, term)), parts, targets };
}

const isTeachable = ({ targets }: Example) => targets.some((target) => target > 0);

/** Adds the gradient of one query's loss by the log weights of its terms; returns that by the log of the sharpness. */
function addGradient(
  { parts, targets }: Example,
  weights: Float64Array,
  sharpness: number,
  slopes: Float64Array,
): number {
  const width = weights.length;
  const scores = Float64Array.from(targets, (_, row) => {
    let sum = 0;
    for (let t = 0; t < width; t++) sum += (weights[t] as number) * (parts[row * width + t] as number);
    return sharpness * sum;
  });
  const largest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const sum = scores.reduce((all, score) => all + Math.exp(score - largest), 0);
  let bySharpness = 0;
  for (let row = 0; row < scores.length; row++) {
    const error = Math.exp((scores[row] as number) - largest) / sum - (targets[row] as number);
    bySharpness += error * (scores[row] as number);
    for (let t = 0; t < width; t++)
      slopes[t] =
        (slopes[t] as number) +
        error * sharpness * (weights[t] as number) * (parts[row * width + t] as number);
  }
  return bySharpness;
}

/** Places of the weights in one array: measures first, then terms, the sharpness last. */
function placeTerms(examples: readonly Example[], from: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { terms } of examples) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= MIN_QUERIES);
  return new Map(frequent.map(([term], i) => [term, from + i] as const));
}

/** null when no query has a relevant document among its first results. */
export function trainTermWeights(index: SearchIndex, queries: readonly JudgedQuery[]): TermWeights | null {
  const examples = queries.map((query) => exampleOf(index, query)).filter(isTeachable);
  const measures = examples[0]?.measures[0]?.length;
  if (measures === undefined) return null;
  const placeOf = placeTerms(examples, measures);
  const last = measures + placeOf.size;
  const values = new Float32Array(last + 1);
  const moments = createMoments(values.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientOf(examples, values, placeOf);
    const rate = correctedRate(LEARNING_RATE, step);
    adamUpdate(values, moments, gradient, 0, 0, last, rate, DECAY);
    adamUpdate(values, moments, gradient, last, last, 1, rate);
  }
  const byTerm = [...placeOf].map(
    ([term, place]) => [index.analyser.stems.terms[term] as string, values[place] as number] as const,
  );
  return { byMeasure: values.slice(0, measures), byTerm: new Map(byTerm) };
}

/** Of the mean loss, by all weights. */
function gradientOf(
  examples: readonly Example[],
  values: Float32Array,
  placeOf: ReadonlyMap<number, number>,
): Float32Array {
  const sums = new Float64Array(values.length);
  const last = values.length - 1;
  const sharpness = SHARPNESS * Math.exp(values[last] as number);
  for (const example of examples) {
    const places = example.terms.map((term) => placeOf.get(term) ?? -1);
    const weights = Float64Array.from(example.measures, (measures, t) => {
      const own = (places[t] as number) < 0 ? 0 : (values[places[t] as number] as number);
      return Math.exp(measures.reduce((sum, value, k) => sum + value * (values[k] as number), own));
    });
    const slopes = new Float64Array(weights.length);
    sums[last] = (sums[last] as number) + addGradient(example, weights, sharpness, slopes);
    slopes.forEach((slope, t) => {
      const place = places[t] as number;
      if (place >= 0) sums[place] = (sums[place] as number) + slope;
      example.measures[t]?.forEach((value, k) => {
        sums[k] = (sums[k] as number) + slope * value;
      });
    });
  }
  return Float32Array.from(sums, (sum) => sum / examples.length);
}
