/**
 * What the grader's card was measured on, as short hashes. A card whose fingerprints are others than today's is stale:
 * a rubric, the lexicon, a label or a coefficient has changed since.
 */
import { createHash } from "node:crypto";
import { contentFiles } from "@/lib/content/load";
import { caseSlugs } from "@/lib/content/parse";
import {
  COMPANY_COEFFICIENTS,
  POINT_COEFFICIENTS,
  REFERENCE_COEFFICIENTS,
} from "@/lib/grading/alignment/calibration";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

export function cardFingerprints(): Record<string, string> {
  const files = contentFiles();
  const hashFiles = (...names: string[]) => hashOf(names.map((name) => files.get(name) ?? "").join("\n"));
  const labels = (folder: string) =>
    hashFiles(...["answers", "marks-a", "marks-b"].map((name) => `${folder}/${name}.jsonl`));
  const cases = caseSlugs(files).flatMap((slug) => [
    [`rubric of ${slug}`, hashFiles(`cases/${slug}/rubric.yaml`)],
    [`labels of ${slug}`, labels(`cases/${slug}/labelled`)],
  ]);
  return {
    coefficients: hashOf(
      JSON.stringify({ POINT_COEFFICIENTS, COMPANY_COEFFICIENTS, REFERENCE_COEFFICIENTS }),
    ),
    lexicon: hashFiles("lexicon.yaml"),
    ...Object.fromEntries(cases),
    "short answers": labels("short-answers"),
  };
}
