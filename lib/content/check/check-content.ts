/**
 * What `npm run content:check` checks over a snapshot of content/, but for the grading of cases, which takes seconds
 * (check-grading.ts). Errors come sorted by file and line.
 * Used by the command line and by tests only: server code loads content and never imports this folder.
 */
import { checkCards } from "@/lib/content/check/check-cards";
import { checkCases } from "@/lib/content/check/check-cases";
import { checkChapters } from "@/lib/content/check/check-chapters";
import { checkComponents } from "@/lib/content/check/check-components";
import { checkCoverage } from "@/lib/content/check/check-coverage";
import { checkDecisions } from "@/lib/content/check/check-decisions";
import { checkFiles } from "@/lib/content/check/check-files";
import { checkGlossary } from "@/lib/content/check/check-glossary";
import { checkInline } from "@/lib/content/check/check-inline";
import { checkLinks } from "@/lib/content/check/check-links";
import { checkNumbers } from "@/lib/content/check/check-numbers";
import { type Inspect, readSite, type Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { type ContentFiles, parseYamlFile } from "@/lib/content/parse";
import { sourcesSchema } from "@/lib/content/schemas/case";

/** `inspect` may remember what it has seen: compiling is nearly all of the time. */
export async function checkContent(files: ContentFiles, inspect?: Inspect): Promise<ContentError[]> {
  return checkSite(files, await readSite(files, inspect));
}

/** The same over texts that were inspected already. */
export function checkSite(files: ContentFiles, site: Site): ContentError[] {
  return byPlace([
    ...checkFiles(files),
    ...parseYamlFile(files, "sources.yaml", sourcesSchema).errors,
    ...[...site.inspections.values()].flatMap((inspection) => inspection.errors),
    ...checkComponents(files, site),
    ...checkLinks(files, site),
    ...checkNumbers(files, site),
    ...checkChapters(files, site),
    ...checkCases(files, site),
    ...checkCards(files),
    ...checkCoverage(files),
    ...checkGlossary(files, site),
    ...checkInline(files, site),
    ...checkDecisions(files),
  ]);
}

export const byPlace = (errors: readonly ContentError[]): ContentError[] =>
  [...errors].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
