/** Components in content: the name is in the vocabulary, the props fit its schema, and what they refer to exists. */
import type { Element } from "@/lib/content/check/inspect-mdx";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { type ContentFiles, parseYamlFile } from "@/lib/content/parse";
import { type Sources, sourcesSchema } from "@/lib/content/schemas/case";
import { VOCABULARY, type VocabularyName } from "@/lib/content/vocabulary";

export function checkComponents(files: ContentFiles, site: Site): ContentError[] {
  const sources = parseYamlFile(files, "sources.yaml", sourcesSchema).value ?? {};
  return [...site.inspections].flatMap(([file, { elements }]) => [
    ...elements.flatMap((element) =>
      problemsOf(element, sources).map(({ prop, message }) => {
        const field = prop ? `<${element.name} ${prop}>` : `<${element.name}>`;
        return { file, line: element.line, column: element.column, field, message };
      }),
    ),
    ...checkSourceLists(file, elements),
  ]);
}

type Problem = { prop?: string; message: string };
const isName = (name: string): name is VocabularyName => Object.hasOwn(VOCABULARY, name);

function problemsOf({ name, props }: Element, sources: Sources): Problem[] {
  if (!isName(name))
    return [{ message: `Not in the vocabulary. It has: ${Object.keys(VOCABULARY).join(", ")}.` }];
  const parsed = VOCABULARY[name].safeParse(props);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ prop: issue.path.join("."), message: issue.message }));
  }
  if (name === "Cite" && !Object.hasOwn(sources, String(props.id))) {
    return [{ prop: "id", message: `${props.id} is not in sources.yaml.` }];
  }
  const problem = name === "TryLab" ? queryStringProblem(String(props.state)) : null;
  return problem ? [{ prop: "state", message: problem }] : [];
}

/** What is wrong with a query string that is written without its question mark, or null. */
export function queryStringProblem(state: string): string | null {
  if (/^[?#/]|\s/.test(state)) return "Write the query string without a leading ? and without spaces.";
  const [unnamed] = [...new URLSearchParams(state)].filter(([key, value]) => key === "" || value === "");
  return unnamed ? `Each part of the state is key=value; "${unnamed.join("=")}" is not.` : null;
}

/** A page that cites lists its sources once, after the last citation; one that does not, does not. */
function checkSourceLists(file: string, elements: readonly Element[]): ContentError[] {
  const cited = elements.findLastIndex((element) => element.name === "Cite");
  const lists = elements.flatMap((element, index) =>
    element.name === "Sources" ? [{ element, index }] : [],
  );
  const [first, second] = lists;
  const report = (line: number, message: string): ContentError[] => [
    { file, line, field: "<Sources>", message },
  ];
  if (second) return report(second.element.line, "List the sources once.");
  if (first && cited < 0) return report(first.element.line, "Nothing is cited on this page.");
  if (first && first.index < cited)
    return report(first.element.line, "List the sources after the last <Cite>.");
  if (!first && cited >= 0)
    return report(elements[cited]?.line ?? 1, "This page cites but has no <Sources /> at its end.");
  return [];
}
