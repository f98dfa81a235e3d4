import type { Question } from "@/components/lab/video/predict/question";
import { RANK_QUESTIONS } from "@/components/lab/video/predict/rank-questions";
import { RETRIEVE_QUESTIONS } from "@/components/lab/video/predict/retrieve-questions";
import { SLATE_QUESTIONS } from "@/components/lab/video/predict/slate-questions";

/** Every question, in the order of the funnel, with the easiest to imagine first. */
export const QUESTIONS: readonly Question[] = [
  ...RANK_QUESTIONS.slice(0, 1),
  ...RETRIEVE_QUESTIONS,
  ...RANK_QUESTIONS.slice(1),
  ...SLATE_QUESTIONS,
];
