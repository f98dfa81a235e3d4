/** Ids inside a case: unique where they are made, existing where they are used, each reported at its own line. */
import { linkProblem } from "@/lib/content/check/check-links";
import { checkScript } from "@/lib/content/check/check-script";
import { checkConcepts, checkUnique, type Report, reportTo } from "@/lib/content/check/report-at";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import type { Case, ContentFiles } from "@/lib/content/parse";
import type { Lexicon } from "@/lib/content/schemas/case";
import type { SharedTrigger } from "@/lib/content/schemas/interviewer";

export function checkReferences(
  found: Case,
  files: ContentFiles,
  { lexicon, shared, site }: { lexicon: Lexicon; shared: readonly SharedTrigger[]; site: Site },
): ContentError[] {
  const errors: ContentError[] = [];
  const reportIn = (name: string): Report => reportTo(errors, files, `cases/${found.slug}/${name}`);
  checkRubric(found, lexicon, site, reportIn("rubric.yaml"));
  checkScript(found, { lexicon, shared }, reportIn("interviewer.yaml"));
  return errors;
}

function checkRubric({ rubric }: Case, lexicon: Lexicon, site: Site, report: Report): void {
  checkUnique("points", rubric.points, report);
  rubric.points.forEach((point, index) => {
    if (!point.id.startsWith(`${point.stage}-`))
      report(["points", index, "id"], `The id starts with its stage: ${point.stage}-…`);
    checkConcepts(point.mustMention, ["points", index, "mustMention"], lexicon, report);
    const link = linkProblem(site, point.chapter, null);
    if (link) report(["points", index, "chapter"], link);
  });
}
