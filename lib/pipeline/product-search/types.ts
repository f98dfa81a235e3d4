/** The pipeline's interfaces on the search world. */
import type * as types from "../types";
import type { SearchKnobs } from "./knobs";
import type { SearchDrop, SearchHead, SearchRanker, SearchSource, SearchStep } from "./names";
import type { SearchRequest } from "./request";

/** What is asked; `prepared` is there after the step `understand`. */
export type SearchQuery = {
  readonly text: string;
  /** Number of the query in the world; -1 for a text of one's own. */
  readonly queryId: number;
  readonly prepared: SearchRequest | null;
};

export type SearchShape = {
  query: SearchQuery;
  source: SearchSource;
  head: SearchHead;
  ranker: SearchRanker;
  reason: SearchDrop;
  step: SearchStep;
  knobs: SearchKnobs;
};

export type Retriever = types.Retriever<SearchQuery, SearchSource>;
export type Ranker = types.Ranker<SearchQuery, SearchHead, SearchRanker, SearchKnobs>;
export type Reranker = types.Reranker<SearchQuery, SearchDrop>;
export type Pipeline = types.Pipeline<SearchShape>;
export type PipelineRun = types.PipelineRun<SearchShape>;

/** The prepared request. @throws when the step `understand` has not run. */
export function preparedOf({ prepared }: SearchQuery): SearchRequest {
  if (!prepared) throw new Error("The query has not been understood yet.");
  return prepared;
}
