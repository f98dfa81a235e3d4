/** What a collection holds, before its index is built. */
import type { Judgements } from "../data-sets/beir";
import type { BeirFolder } from "../data-sets/beir-folder";

export type CollectionSummary = {
  readonly documents: number;
  readonly titled: number;
  /** Characters of title and text. */
  readonly medianLength: number;
  readonly queries: number;
  readonly train: JudgementSummary;
  readonly test: JudgementSummary;
  /** Queries to try: those that are measured. */
  readonly examples: readonly string[];
};
export type JudgementSummary = {
  readonly queries: number;
  readonly pairs: number;
  readonly relevantPairs: number;
  readonly highestGrade: number;
};

const EXAMPLES = 30;

function summariseJudgements(judgements: Judgements): JudgementSummary {
  const grades = [...judgements.values()].flatMap((own) => [...own.values()]);
  return {
    queries: judgements.size,
    pairs: grades.length,
    relevantPairs: grades.filter((grade) => grade > 0).length,
    highestGrade: grades.reduce((top, grade) => Math.max(top, grade), 0),
  };
}

export function summariseCollection({ documents, queries, train, test }: BeirFolder): CollectionSummary {
  const lengths = Int32Array.from(documents, ({ title, text }) => title.length + text.length).sort();
  return {
    documents: documents.length,
    titled: documents.filter(({ title }) => title !== "").length,
    medianLength: lengths[lengths.length >> 1] ?? 0,
    queries: queries.size,
    train: summariseJudgements(train),
    test: summariseJudgements(test),
    examples: [...test.keys()].slice(0, EXAMPLES).map((id) => queries.get(id)?.text ?? ""),
  };
}
