/**
 * `npm run content:check [-- framework/03 cases/x]`: prints every problem of content/ (or of the paths that start so)
 * as file:line:column field: message, and what there is in numbers; exit 1 when there is a problem.
 */
import { byPlace, checkSite } from "@/lib/content/check/check-content";
import { checkGrading } from "@/lib/content/check/check-grading";
import { formatInventory, inventory } from "@/lib/content/check/inventory";
import { readSite } from "@/lib/content/check/site";
import { formatContentError } from "@/lib/content/errors";
import { contentFiles } from "@/lib/content/load";
import { caseSlugs } from "@/lib/content/parse";

const files = contentFiles();
const starts = process.argv.slice(2);
const isAsked = (file: string) => starts.length === 0 || starts.some((start) => file.startsWith(start));
/** Grading takes seconds a case: only cases of which something was asked for. */
const isGraded = (slug: string) =>
  starts.length === 0 ||
  starts.some((start) => start.startsWith(`cases/${slug}`) || `cases/${slug}/`.startsWith(start));

const site = await readSite(files);
const problems = byPlace([
  ...checkSite(files, site),
  ...caseSlugs(files)
    .filter(isGraded)
    .flatMap((slug) => checkGrading(files, slug)),
]).filter((problem) => isAsked(problem.file));
for (const problem of problems) console.log(formatContentError(problem));
if (problems.length > 0) console.log("");
console.log(formatInventory(inventory(files, site)));
console.log(`\n${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
process.exitCode = problems.length === 0 ? 0 : 1;
