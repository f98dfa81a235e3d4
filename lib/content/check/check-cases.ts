/** Cases: complete enough to be played at every level, and every id in them names something. */

import { queryStringProblem } from "@/lib/content/check/check-components";
import { checkHeadings } from "@/lib/content/check/check-headings";
import { checkReferences } from "@/lib/content/check/check-references";
import { checkSharedTriggers } from "@/lib/content/check/check-script";
import { reportTo } from "@/lib/content/check/report-at";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { wordCount } from "@/lib/content/markdown";
import {
  type Case,
  type ContentFiles,
  caseSlugs,
  parseCase,
  parseSharedScript,
  parseYamlFile,
  SHARED_SCRIPT_FILE,
} from "@/lib/content/parse";
import { type Lexicon, lexiconSchema, PITFALLS } from "@/lib/content/schemas/case";
import type { SharedTrigger } from "@/lib/content/schemas/interviewer";
import { LEVELS, STAGES } from "@/lib/framework/stages";

export const SOLUTION_WORDS = { least: 4_000, most: 7_000 } as const;
export const POINTS = { least: 35, most: 50 } as const;
export const LEAST_FACTS = 14;
/** A case's own, and those of every case. */
export const LEAST_TRIGGERS = 10;
export const LEAST_SHARED_TRIGGERS = 30;
export const LEAST_TWISTS = 3;
export const LEAST_FIGURES = 6;

export function checkCases(files: ContentFiles, site: Site): ContentError[] {
  const lexicon = parseYamlFile(files, "lexicon.yaml", lexiconSchema);
  const shared = parseSharedScript(files);
  const triggers = shared.value?.triggers ?? [];
  const cases = caseSlugs(files).flatMap((slug) => {
    const { value, errors } = parseCase(files, slug);
    if (!value) return errors;
    return [
      ...errors,
      ...checkMeta(value),
      ...checkMinimums(value),
      ...checkSolution(value, files, site),
      ...checkFigures(value, site),
      ...checkReferences(value, files, { lexicon: lexicon.value ?? {}, shared: triggers, site }),
    ];
  });
  return [
    ...lexicon.errors,
    ...shared.errors,
    ...checkShared(triggers, lexicon.value ?? {}, files),
    ...cases,
  ];
}

function checkShared(
  shared: readonly SharedTrigger[],
  lexicon: Lexicon,
  files: ContentFiles,
): ContentError[] {
  const errors: ContentError[] = [];
  const note = reportTo(errors, files, SHARED_SCRIPT_FILE);
  if (shared.length > 0 && shared.length < LEAST_SHARED_TRIGGERS)
    note(["triggers"], `${shared.length}; every case shares at least ${LEAST_SHARED_TRIGGERS}.`);
  checkSharedTriggers(shared, lexicon, note);
  return errors;
}

const report = (file: string, field: string, message: string): ContentError => ({
  file,
  line: 1,
  field,
  message,
});

function checkMeta({ slug, meta }: Case): ContentError[] {
  const file = `cases/${slug}/case.yaml`;
  const errors: ContentError[] = [];
  if (meta.slug !== slug) errors.push(report(file, "slug", `The folder is called ${slug}.`));
  const preset = queryStringProblem(meta.labPreset);
  if (preset) errors.push(report(file, "labPreset", preset));
  for (const stage of STAGES) {
    if (!meta.hints[stage]) errors.push(report(file, `hints.${stage}`, "Every stage has hints."));
  }
  return errors;
}

function checkMinimums({ slug, rubric, interviewer, answers }: Case): ContentError[] {
  const folder = `cases/${slug}`;
  const errors: ContentError[] = [];
  const atLeast = (file: string, field: string, count: number, least: number) => {
    if (count < least)
      errors.push(report(`${folder}/${file}`, field, `${count}; a case has at least ${least}.`));
  };
  atLeast("interviewer.yaml", "facts", interviewer.facts.length, LEAST_FACTS);
  atLeast("interviewer.yaml", "triggers", interviewer.triggers.length, LEAST_TRIGGERS);
  atLeast("interviewer.yaml", "twists", interviewer.twists.length, LEAST_TWISTS);
  atLeast("rubric.yaml", "points", rubric.points.length, POINTS.least);
  if (rubric.points.length > POINTS.most) {
    errors.push(
      report(
        `${folder}/rubric.yaml`,
        "points",
        `${rubric.points.length}; a case has at most ${POINTS.most}.`,
      ),
    );
  }
  for (const stage of STAGES) {
    for (const level of LEVELS) {
      const has = rubric.points.some((point) => point.stage === stage && point.level === level);
      if (!has)
        errors.push(
          report(`${folder}/rubric.yaml`, "points", `No point of stage ${stage} at level ${level}.`),
        );
    }
  }
  for (const level of LEVELS) {
    const has = answers.some(
      ({ frontmatter }) => frontmatter.kind === "model" && frontmatter.level === level,
    );
    if (!has) errors.push(report(`${folder}/answers`, "level", `No model answer of level ${level}.`));
  }
  for (const pitfall of PITFALLS) {
    const has = answers.some(
      ({ frontmatter }) => frontmatter.kind === "naive" && frontmatter.pitfall === pitfall,
    );
    if (!has) errors.push(report(`${folder}/answers`, "pitfall", `No naive answer that ${pitfall}.`));
  }
  const hasWeak = answers.some(({ frontmatter }) => frontmatter.kind === "weak");
  if (!hasWeak)
    errors.push(report(`${folder}/answers`, "kind", "No weak answer: what somebody unprepared would say."));
  return errors;
}

function checkSolution({ slug }: Case, files: ContentFiles, site: Site): ContentError[] {
  const file = `cases/${slug}/index.mdx`;
  const text = files.get(file) ?? "";
  const words = wordCount(text);
  const errors = checkHeadings(file, text, site);
  if (words < SOLUTION_WORDS.least || words > SOLUTION_WORDS.most) {
    errors.push(
      report(
        file,
        "words",
        `${words} words; a solution has ${SOLUTION_WORDS.least} to ${SOLUTION_WORDS.most}.`,
      ),
    );
  }
  return errors;
}

function checkFigures({ slug }: Case, site: Site): ContentError[] {
  const file = `cases/${slug}/index.mdx`;
  const figures = (site.inspections.get(file)?.elements ?? []).filter(({ name }) => name.endsWith("Figure"));
  if (figures.length >= LEAST_FIGURES) return [];
  return [report(file, "figures", `${figures.length}; a solution has at least ${LEAST_FIGURES}.`)];
}
