/** Questions about words, sources and their fusion. */
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { formatMany } from "@/components/lab/format";
import {
  type SearchQuestion,
  type SearchSituation,
  staysForm,
  staysOutcome,
} from "@/components/lab/search/predict/outcome";
import { synonymsOf } from "@/components/lab/search/query/understood-words";
import { SOURCE_LABELS } from "@/components/lab/search/search-words";
import { SEARCH_SOURCES, type SearchSource } from "@/lib/pipeline/product-search/names";

const areBothAsked = ({ knobs }: SearchSituation) =>
  SEARCH_SOURCES.every((source) => isOn(knobs, source) && knobs.candidates[source] > 0);
const shownOnlyBy = ({ trace }: SearchSituation, source: SearchSource) =>
  trace.slate.filter(({ sources }) => sources.length === 1 && sources[0]?.source === source).length;

const withoutSource = (source: SearchSource): SearchQuestion => ({
  id: `${source}-off`,
  topic: `Without ${source === "bm25" ? "BM25" : "the two-tower"}`,
  isFor: areBothAsked,
  ask: ({ trace }) =>
    `Switch ${source === "bm25" ? "BM25" : "the two-tower"} off. How many of the ${trace.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => [{ id: `${source}-off`, knobs: withPart(knobs, source, false) }],
  reveal: (situation, result) =>
    staysOutcome(
      result,
      `${formatMany(shownOnlyBy(situation, source), "product")} of the page had come from ${SOURCE_LABELS[source]} alone; the others leave only if something else now ranks higher, since a feature of the missing source stays with the ranker.`,
    ),
});

const synonymsOff: SearchQuestion = {
  id: "synonyms-off",
  topic: "Without synonyms",
  isFor: ({ knobs, trace }) =>
    knobs.synonyms && trace.understanding.tokens.some((token) => synonymsOf(token).length > 0),
  ask: ({ trace }) => `Only the words as typed: synonyms off. How many of the ${trace.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => [{ id: "synonyms-off", knobs: { ...knobs, synonyms: false } }],
  reveal({ trace }, result) {
    const added = trace.understanding.tokens.flatMap(synonymsOf);
    return staysOutcome(
      result,
      `Added were: ${added.slice(0, 4).join(", ")}. Titles that name the product so are found by BM25 only through them, while the vectors of the two-tower may know them anyway.`,
    );
  },
};

const spellingOff: SearchQuestion = {
  id: "spelling-off",
  topic: "Without spelling correction",
  isFor: ({ knobs, trace }) => knobs.spelling && trace.understanding.correctedText !== null,
  ask: ({ trace }) =>
    `“${trace.text}” is searched as it is typed. How many of the ${trace.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => [{ id: "spelling-off", knobs: { ...knobs, spelling: false } }],
  reveal: ({ trace }, result) =>
    staysOutcome(
      result,
      `A word that no title has adds nothing to any score: without “${trace.understanding.correctedText}” only the other words are searched.`,
    ),
};

const firstPlaces: SearchQuestion = {
  id: "fusion-one",
  topic: "A small fusion constant",
  isFor: (situation) =>
    areBothAsked(situation) && !isOn(situation.knobs, "ranker") && situation.knobs.fusionConstant > 1,
  ask: ({ knobs, trace }) =>
    `The fusion constant goes from ${knobs.fusionConstant} to 1, so that the first places of a list count for far more. How many of the ${trace.slate.length} stay?`,
  form: staysForm,
  trial: ({ knobs }) => [{ id: "fusion-one", knobs: { ...knobs, fusionConstant: 1 } }],
  reveal: (_situation, result) =>
    staysOutcome(
      result,
      "With a constant of 1 the first of one list gets 1/2, and a product at rank 10 of both lists 2/11: one list’s favourite beats what both like a little.",
    ),
};

export const RETRIEVE_QUESTIONS: readonly SearchQuestion[] = [
  withoutSource("two-tower"),
  withoutSource("bm25"),
  spellingOff,
  synonymsOff,
  firstPlaces,
];
