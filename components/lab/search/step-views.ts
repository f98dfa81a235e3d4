/** How each step of a search is looked at: in which order, and with which columns. */
import {
  fateColumn,
  placeColumn,
  scoreColumn,
  sourcesColumn,
  titleColumn,
} from "@/components/lab/core/stepper/step-columns";
import type { StepView } from "@/components/lab/core/stepper/step-rows";
import { GRADE_WORDS, SEARCH_WORDS } from "@/components/lab/search/search-words";
import type { Column } from "@/components/ui/table";
import type { SearchStep } from "@/lib/pipeline/product-search/names";
import type { Hit } from "@/lib/pipeline/product-search/trace";

const title = titleColumn(SEARCH_WORDS);
const sources = sourcesColumn(SEARCH_WORDS);
const place = placeColumn<Hit>;
const fate = (step: SearchStep, stays: string) => fateColumn(step, stays, SEARCH_WORDS);
const last = Number.MAX_SAFE_INTEGER;

const number = (key: string, header: string, cell: (hit: Hit) => string): Column<Hit> => ({
  key,
  header,
  numeric: true,
  cell,
});
const grade = number("grade", "True grade", ({ grade: value }) =>
  value === null ? "" : `${value} ${GRADE_WORDS[value]}`,
);
const merged = place("Place", ({ merged: at }) => at);

export const SEARCH_STEP_VIEWS: Readonly<Record<SearchStep, StepView<Hit>>> = {
  understand: {
    order: ({ position }) => position.merged,
    columns: [
      title,
      {
        key: "terms",
        header: "Terms that match",
        cell: ({ terms }) => [...new Set(terms.map(({ term }) => term))].join(", ") || "none",
      },
    ],
  },
  retrieve: {
    order: ({ sources: lists }) => Math.min(...lists.map(({ rank }) => rank)),
    columns: [
      title,
      sources,
      number("bm25", "BM25", ({ bm25 }) => bm25.toFixed(2)),
      number("dense", "Cosine", ({ dense }) => dense?.toFixed(3) ?? ""),
    ],
  },
  merge: {
    order: ({ position }) => position.merged,
    columns: [merged, title, sources, number("fusion", "Fused", ({ fusion }) => fusion.toFixed(4))],
  },
  filter: {
    order: ({ position }) => position.merged,
    touchedFirst: true,
    columns: [merged, title, fate("filter", "goes on")],
  },
  rank: {
    order: ({ position }) => position.ranked ?? last,
    columns: [place("Rank", ({ ranked }) => ranked), title, scoreColumn, grade, merged],
  },
  rules: {
    order: ({ position }) => position.ranked ?? last,
    touchedFirst: true,
    columns: [place("Rank", ({ ranked }) => ranked), title, scoreColumn, fate("rules", "stays")],
  },
  diversify: {
    order: ({ position }) => position.slate ?? position.ruled ?? last,
    columns: [
      place("Page", ({ slate }) => slate),
      place("Before", ({ ruled }) => ruled),
      title,
      grade,
      fate("diversify", "stays"),
    ],
  },
};
