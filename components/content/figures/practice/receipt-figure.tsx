import { rubricExcerpt } from "@/lib/content/rubric-excerpt";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { gradeSentence, prepareExcerpt } from "./grade-sentence";
import { ReceiptIsland } from "./receipt-island";
import { SENTENCES } from "./sentences";

const CASE = "video-recommendation";
const POINTS = [
  "data-time-split",
  "data-positive-label",
  "data-ranking-negatives",
  "data-retrieval-negatives",
  "data-position-bias",
];

/** Five points of a real rubric and a sentence that is graded on them: the first here, every other in the browser. */
export function ReceiptFigure({ caption }: VocabularyProps<"ReceiptFigure">) {
  const excerpt = rubricExcerpt(CASE, POINTS);
  const first = gradeSentence(prepareExcerpt(excerpt), SENTENCES[0].text);
  return <ReceiptIsland excerpt={excerpt} first={first} caption={caption} />;
}
