/** What a re-ranker sees of a query and a document: 28 measures of the pair, then how far most of them lie below the best. */
import type { RankedList } from "./bm25";
import { likelihoods } from "./language-model";
import { describeSlots, matchDocuments } from "./matching";
import type { QueryEvidence } from "./query-evidence";
import type { SearchIndex } from "./search-index";

/** Measures that compare documents; each has a twin, its distance from the best candidate. */
const COMPARED = [
  "BM25",
  "BM25 of the title",
  "BM25 of the text",
  "BM25 of words as written",
  "BM25 of pieces of words",
  "BM25 with feedback terms",
  "BM25 with learnt weights",
  "latent cosine",
  "latent cosine to the first results",
  "latent cosine of the best sentence",
  "Dirichlet likelihood",
  "Jelinek-Mercer likelihood",
  "coverage",
  "coverage by idf",
  "title coverage by idf",
  "largest missing idf",
  "coverage of names and numbers",
  "pairs in order",
  "pairs nearby",
  "best sentence",
  "best two sentences",
] as const;
/** Differ between documents too, without a twin. */
const PLACED = ["first place in the text", "rank by BM25"] as const;
const PLAIN = [
  "rank by latent cosine",
  "document length",
  "title length",
  "query length",
  "mean idf of the query",
] as const;
export const FEATURE_NAMES: readonly string[] = [
  ...COMPARED,
  ...PLACED,
  ...PLAIN,
  ...COMPARED.map((name) => `${name}, below the best`),
];
export const FEATURE_COUNT = FEATURE_NAMES.length;
const TWINS_AT = COMPARED.length + PLACED.length + PLAIN.length;
export const COMPARED_COUNT = COMPARED.length;
export const PLACED_COUNT = PLACED.length;

/** 1 / (1 + rank), 0 for what is not on the list. */
function reciprocalRanks({ items }: RankedList): Map<number, number> {
  return new Map(Array.from(items, (item, i) => [item, 1 / (i + 2)] as const));
}

function dot(a: Float32Array, b: Float32Array, at: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[at + k] as number);
  return sum;
}

/** Cosine of the query and each sentence of a document, the best one; what a term adds is computed once. */
function bestSentenceCosine(index: SearchIndex, vector: Float32Array) {
  const { space, sentences, text } = index;
  const products = new Float32Array(index.shares.length).fill(Number.NaN);
  return (document: number): number => {
    let best = 0;
    let sum = 0;
    let current = -1;
    const first = sentences.starts[document] as number;
    const end = text.stems.offsets[document + 1] as number;
    for (let at = text.stems.offsets[document] as number; at <= end; at++) {
      const sentence = at < end ? first + (text.sentences[at] as number) : -1;
      if (sentence !== current) {
        if (current >= 0) best = Math.max(best, sum / Math.max(1e-9, sentences.norms[current] as number));
        sum = 0;
        current = sentence;
      }
      if (at === end) break;
      const term = text.stems.tokens[at] as number;
      let product = products[term] as number;
      if (Number.isNaN(product)) {
        product = dot(vector, space.terms, term * space.dimension);
        products[term] = product;
      }
      sum += product;
    }
    return best;
  };
}

/** Row-major [candidates, FEATURE_COUNT]. `slotOf`: scratch of -1 for every stem. */
export function describePairs(
  index: SearchIndex,
  evidence: QueryEvidence,
  candidates: Int32Array,
  slotOf: Int16Array,
): Float32Array {
  const { analysed, stems, weighed, words, grams, vector, expanded, byTerms, byVector, firstVector } =
    evidence;
  const slots = describeSlots(index, analysed.stems, analysed.isName);
  const matches = matchDocuments(index, slots, candidates, slotOf);
  const sentenceCosine = bestSentenceCosine(index, vector);
  const termRanks = reciprocalRanks(byTerms);
  const vectorRanks = reciprocalRanks(byVector);
  const meanIdf = slots.totalIdf / Math.max(1, stems.size);
  const { dimension, documents } = index.space;
  const rows = new Float32Array(candidates.length * FEATURE_COUNT);
  const termScores = [
    index.whole.scoreEach(stems, candidates),
    index.titles.scoreEach(stems, candidates),
    index.texts.scoreEach(stems, candidates),
    index.words.scoreEach(words, candidates),
    index.grams.scoreEach(grams, candidates),
    index.whole.scoreEach(expanded, candidates),
    index.whole.scoreEach(weighed, candidates),
  ];
  candidates.forEach((document, row) => {
    const match = matches[row] as (typeof matches)[number];
    const likelihood = likelihoods(index, stems, document);
    rows.set(
      [
        ...termScores.map((scores) => scores[row] as number),
        dot(vector, documents, document * dimension),
        dot(firstVector, documents, document * dimension),
        sentenceCosine(document),
        likelihood.dirichlet,
        likelihood.jelinekMercer,
        match.coverage,
        match.idfCoverage,
        match.titleIdfCoverage,
        -match.missingIdf,
        match.nameCoverage,
        match.orderedPairs,
        match.nearPairs,
        match.bestSentence,
        match.bestNeighbours,
        match.firstPlace,
        termRanks.get(document) ?? 0,
        vectorRanks.get(document) ?? 0,
        Math.log(1 + (index.texts.index.lengths[document] as number)),
        Math.log(1 + (index.titles.index.lengths[document] as number)),
        analysed.stems.length,
        meanIdf,
      ],
      row * FEATURE_COUNT,
    );
  });
  addTwins(rows, candidates.length);
  return rows;
}

/** Of each compared measure its distance from the best row. */
function addTwins(rows: Float32Array, count: number): void {
  for (let feature = 0; feature < COMPARED.length; feature++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < count; row++)
      best = Math.max(best, rows[row * FEATURE_COUNT + feature] as number);
    for (let row = 0; row < count; row++)
      rows[row * FEATURE_COUNT + TWINS_AT + feature] = (rows[row * FEATURE_COUNT + feature] as number) - best;
  }
}
