/**
 * Where the terms of a query stand in one document: one walk over its title and text gives coverage, neighbours
 * (the sequential dependence model's pairs: Metzler & Croft, 2005), the best sentence, and the first place.
 */
import type { SearchIndex } from "./search-index";

/** The different stems of a query, with what each is worth. */
export type QuerySlots = {
  readonly terms: Int32Array;
  readonly idfs: Float32Array;
  readonly isName: Uint8Array;
  /** Pairs of slots that stand side by side in the query. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly totalIdf: number;
};

/** Shares are of the query's total idf, so that 1 means everything was found. */
export type Match = {
  readonly coverage: number;
  readonly idfCoverage: number;
  readonly titleIdfCoverage: number;
  /** The largest idf of a term that is not there, as a share of the largest of all. */
  readonly missingIdf: number;
  readonly nameCoverage: number;
  /** Pairs of the query that stand side by side in that order, and within a window of eight in any order. */
  readonly orderedPairs: number;
  readonly nearPairs: number;
  /** Idf coverage of the best sentence, and of the two best neighbours. */
  readonly bestSentence: number;
  readonly bestNeighbours: number;
  /** 1 / (1 + words before the first term of the text); 0 when there is none. */
  readonly firstPlace: number;
};

const WINDOW = 8;

export function describeSlots(index: SearchIndex, stems: Int32Array, isName: Uint8Array): QuerySlots {
  const known = [...new Set(stems)].filter((term) => term >= 0);
  const slotOf = new Map(known.map((term, slot) => [term, slot] as const));
  const unknown = [...stems].filter((term) => term < 0).length;
  const idfs = Float32Array.from(known, (term) => index.whole.idf(term));
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < stems.length; i++) {
    const left = slotOf.get(stems[i] as number);
    const right = slotOf.get(stems[i + 1] as number);
    if (left !== undefined && right !== undefined && left !== right) pairs.push([left, right]);
  }
  return {
    terms: Int32Array.from(known),
    idfs,
    isName: Uint8Array.from(known, (term) => isName[stems.indexOf(term)] as number),
    pairs,
    totalIdf: idfs.reduce((sum, idf) => sum + idf, 0) + unknown * index.whole.idf(-1),
  };
}

type Occurrence = { readonly slot: number; readonly at: number; readonly sentence: number };

/** Sentence -1 is the title; a gap keeps its last word from standing beside the first of the text. */
function findOccurrences(index: SearchIndex, slotOf: Int16Array, document: number): Occurrence[] {
  const found: Occurrence[] = [];
  const { title, text } = index;
  const titleStart = title.stems.offsets[document] as number;
  const titleEnd = title.stems.offsets[document + 1] as number;
  for (let at = titleStart; at < titleEnd; at++) {
    const slot = slotOf[title.stems.tokens[at] as number] as number;
    if (slot >= 0) found.push({ slot, at: at - titleStart, sentence: -1 });
  }
  const start = text.stems.offsets[document] as number;
  const gap = titleEnd - titleStart + WINDOW;
  for (let at = start; at < (text.stems.offsets[document + 1] as number); at++) {
    const slot = slotOf[text.stems.tokens[at] as number] as number;
    if (slot >= 0) found.push({ slot, at: gap + at - start, sentence: text.sentences[at] as number });
  }
  return found;
}

const setIdf = (idfs: Float32Array, mask: number): number => {
  let sum = 0;
  for (let slot = 0; slot < idfs.length && slot < 31; slot++)
    if (mask & (1 << slot)) sum += idfs[slot] as number;
  return sum;
};

/** Idf of the best sentence and of the best two neighbours; the title is a sentence and the first one's neighbour. */
function bestSentences(found: readonly Occurrence[], idfs: Float32Array): [number, number] {
  const masks = new Map<number, number>();
  for (const { slot, sentence } of found) masks.set(sentence, (masks.get(sentence) ?? 0) | (1 << slot));
  let single = 0;
  let double = 0;
  for (const [sentence, mask] of masks) {
    single = Math.max(single, setIdf(idfs, mask));
    double = Math.max(double, setIdf(idfs, mask | (masks.get(sentence + 1) ?? 0)));
  }
  return [single, double];
}

/** Idf of the pairs that stand side by side in order, and of those within the window. */
function pairIdfs(found: readonly Occurrence[], { pairs, idfs }: QuerySlots): [number, number] {
  let ordered = 0;
  let near = 0;
  for (const [left, right] of pairs) {
    const idf = (idfs[left] as number) + (idfs[right] as number);
    let isOrdered = false;
    let isNear = false;
    for (let i = 0; i < found.length; i++) {
      const one = found[i] as Occurrence;
      if (one.slot !== left && one.slot !== right) continue;
      for (let j = i + 1; j < found.length; j++) {
        const other = found[j] as Occurrence;
        if (other.at - one.at >= WINDOW) break;
        if (other.slot === one.slot || (other.slot !== left && other.slot !== right)) continue;
        isNear = true;
        isOrdered ||= one.slot === left && other.at === one.at + 1;
      }
    }
    ordered += isOrdered ? idf : 0;
    near += isNear ? idf : 0;
  }
  return [ordered, near];
}

/** Matches documents of one query; `slotOf` is a scratch array of -1 for every stem, and is left so. */
export function matchDocuments(
  index: SearchIndex,
  slots: QuerySlots,
  documents: Int32Array,
  slotOf: Int16Array,
): Match[] {
  slots.terms.forEach((term, slot) => {
    slotOf[term] = slot;
  });
  const matches = Array.from(documents, (document) =>
    describeMatch(findOccurrences(index, slotOf, document), slots, index.title.stems, document),
  );
  for (const term of slots.terms) slotOf[term] = -1;
  return matches;
}

function describeMatch(
  found: readonly Occurrence[],
  slots: QuerySlots,
  titles: { readonly offsets: Int32Array },
  document: number,
): Match {
  const { idfs, isName, totalIdf } = slots;
  const titleLength = (titles.offsets[document + 1] as number) - (titles.offsets[document] as number);
  const isFound = new Uint8Array(idfs.length);
  const isInTitle = new Uint8Array(idfs.length);
  for (const { slot, sentence } of found) {
    isFound[slot] = 1;
    if (sentence < 0) isInTitle[slot] = 1;
  }
  const sumWhere = (test: (slot: number) => boolean) =>
    idfs.reduce((sum, idf, slot) => (test(slot) ? sum + idf : sum), 0);
  const total = Math.max(1e-9, totalIdf);
  const nameIdf = sumWhere((slot) => isName[slot] === 1);
  const [single, double] = bestSentences(found, idfs);
  const [ordered, near] = pairIdfs(found, slots);
  const first = found.find(({ sentence }) => sentence >= 0);
  const missing = idfs.reduce((largest, idf, slot) => (isFound[slot] ? largest : Math.max(largest, idf)), 0);
  return {
    coverage: isFound.reduce((sum, value) => sum + value, 0) / Math.max(1, idfs.length),
    idfCoverage: sumWhere((slot) => isFound[slot] === 1) / total,
    titleIdfCoverage: sumWhere((slot) => isInTitle[slot] === 1) / total,
    missingIdf:
      missing /
      Math.max(
        1e-9,
        idfs.reduce((largest, idf) => Math.max(largest, idf), 0),
      ),
    nameCoverage: nameIdf > 0 ? sumWhere((slot) => isFound[slot] === 1 && isName[slot] === 1) / nameIdf : 0.5,
    orderedPairs: ordered / total,
    nearPairs: near / total,
    bestSentence: single / total,
    bestNeighbours: double / total,
    firstPlace: first ? 1 / (1 + first.at - titleLength - WINDOW) : 0,
  };
}
