/** Cases prepared for grading and asking, each once per run of a tool. */
import { contentFiles, loadCase, loadLexicon } from "@/lib/content/load";
import { caseSlugs } from "@/lib/content/parse";
import { type PreparedRubric, prepareRubric } from "@/lib/grading/rubric/prepare-rubric";
import { type PreparedInterviewer, prepareInterviewer } from "@/lib/interview/interviewer/prepare";
import { BadInput } from "./jsonl";

function once<T>(prepare: (slug: string) => T): (slug: string) => T {
  const known = new Map<string, T>();
  return (slug) => {
    const found = known.get(slug);
    if (found !== undefined) return found;
    const slugs = caseSlugs(contentFiles());
    if (!slugs.includes(slug))
      throw new BadInput(`There is no case "${slug}". Use one of: ${slugs.join(", ")}.`);
    const prepared = prepare(slug);
    known.set(slug, prepared);
    return prepared;
  };
}

export const preparedRubric: (slug: string) => PreparedRubric = once((slug) => {
  const { rubric, meta, interviewer } = loadCase(slug);
  const shown = [
    ...Object.values(meta.hints).flatMap((hints) => hints ?? []),
    ...interviewer.triggers.map(({ question }) => question),
    ...interviewer.twists.map(({ announce }) => announce),
  ];
  return prepareRubric(rubric, loadLexicon(), { prompt: meta.prompt, shown });
});

export const preparedInterviewer: (slug: string) => PreparedInterviewer = once((slug) =>
  prepareInterviewer(loadCase(slug).interviewer, loadLexicon()),
);
