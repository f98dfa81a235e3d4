/** A case as the attack suite wants it: its best model answer is what attacks are made of. */
import type { Case } from "@/lib/content/parse";
import type { PreparedCase } from "@/lib/content/prepared-case";
import type { Target } from "@/lib/grading/attack-suite/run-suite";

export function attackTarget({ rubric, meta, answers }: Case, prepared: PreparedCase): Target {
  const best = answers.find(
    ({ frontmatter }) => frontmatter.kind === "model" && frontmatter.level === "staff",
  );
  return {
    rubric: prepared.rubric,
    points: rubric.points,
    prompt: meta.prompt,
    hints: meta.hints,
    answer: best?.stages ?? {},
  };
}
