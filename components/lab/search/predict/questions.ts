import type { SearchQuestion } from "@/components/lab/search/predict/outcome";
import { PAGE_QUESTIONS } from "@/components/lab/search/predict/page-questions";
import { RANK_QUESTIONS } from "@/components/lab/search/predict/rank-questions";
import { RETRIEVE_QUESTIONS } from "@/components/lab/search/predict/retrieve-questions";

/** Every question, in the order of the funnel. */
export const SEARCH_QUESTIONS: readonly SearchQuestion[] = [
  ...RETRIEVE_QUESTIONS,
  ...RANK_QUESTIONS,
  ...PAGE_QUESTIONS,
];
