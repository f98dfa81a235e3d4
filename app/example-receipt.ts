/** Grades two written answers of the case on one point when the site is built, so that the front page shows a real receipt. */
import type { GradedExample, ReceiptExample } from "@/components/home/receipt";
import { loadCase, loadLexicon } from "@/lib/content/load";
import type { Case } from "@/lib/content/parse";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { type PreparedRubric, prepareRubric } from "@/lib/grading/rubric/prepare-rubric";

const POINT_ID = "data-time-split";
const ANSWERS = [
  { name: "model-senior", who: "A senior answer" },
  { name: "naive-ignores-the-data-pipeline", who: "An answer that takes its data for granted" },
] as const;

function gradeExample(
  found: Case,
  prepared: PreparedRubric,
  { name, who }: (typeof ANSWERS)[number],
): GradedExample {
  const answer = found.answers.find((one) => one.name === name);
  if (!answer) throw new Error(`The case ${found.slug} has no answer called ${name}.`);
  const grade = gradeAnswers(prepared, answer.stages).points.find((one) => one.id === POINT_ID);
  if (!grade) throw new Error(`The case ${found.slug} has no point called ${POINT_ID}.`);
  const text = answer.stages[grade.stage] ?? "";
  const { receipt, verdict, credit } = grade;
  if (!receipt) return { who, verdict, credit, before: excerpt(text), quote: null, after: "" };
  const start = text.lastIndexOf("\n", receipt.start) + 1;
  const end = text.indexOf("\n", receipt.end);
  return {
    who,
    verdict,
    credit,
    before: plain(text.slice(start, receipt.start)),
    quote: receipt.quote,
    after: plain(text.slice(receipt.end, end === -1 ? undefined : end)),
  };
}

const EXCERPT_CHARACTERS = 260;
const plain = (markdown: string) => markdown.replaceAll("**", "");

/** The first sentences, as many as fit. */
function excerpt(text: string): string {
  const whole = plain(text).trim().replace(/\s+/g, " ");
  const cut = whole.slice(0, EXCERPT_CHARACTERS);
  return whole.length <= EXCERPT_CHARACTERS ? whole : cut.slice(0, cut.lastIndexOf(". ") + 1);
}

export function exampleReceipt(slug: string): ReceiptExample {
  const found = loadCase(slug);
  const point = found.rubric.points.find(({ id }) => id === POINT_ID);
  if (!point) throw new Error(`The case ${slug} has no point called ${POINT_ID}.`);
  const prepared = prepareRubric(found.rubric, loadLexicon(), { prompt: found.meta.prompt });
  return {
    text: point.text,
    why: point.why,
    chapter: point.chapter,
    examples: ANSWERS.map((answer) => gradeExample(found, prepared, answer)),
  };
}
