/** The glossary: each form belongs to one term, and what terms, texts and cards refer to exists. */
import { linkProblem } from "@/lib/content/check/check-links";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { type ContentFiles, parseYamlFile } from "@/lib/content/parse";
import { type Glossary, glossarySchema } from "@/lib/content/schemas/glossary";
import { positionIn } from "@/lib/content/yaml";

const FILE = "glossary.yaml";

export function checkGlossary(files: ContentFiles, site: Site): ContentError[] {
  const { value, errors } = parseYamlFile(files, FILE, glossarySchema);
  const glossary = value ?? {};
  return [...errors, ...checkTerms(glossary, files, site), ...checkUses(glossary, site)];
}

function checkTerms(glossary: Glossary, files: ContentFiles, site: Site): ContentError[] {
  const owners = new Map<string, string>();
  return Object.entries(glossary).flatMap(([id, term]) => {
    const errors: ContentError[] = [];
    const report = (path: (string | number)[], message: string) =>
      errors.push({
        file: FILE,
        ...positionIn(files.get(FILE) ?? "", [id, ...path]),
        field: [id, ...path].join("."),
        message,
      });
    [term.term, ...term.also].forEach((form, index) => {
      const owner = owners.get(form.toLowerCase());
      const path = index === 0 ? ["term"] : ["also", index - 1];
      if (owner === id) report(path, `"${form}" stands twice.`);
      else if (owner !== undefined)
        report(path, `"${form}" is a form of ${owner} already: a word leads to one entry.`);
      owners.set(form.toLowerCase(), owner ?? id);
    });
    term.see.forEach((other, index) => {
      if (other === id) report(["see", index], "A term does not refer to itself.");
      else if (!Object.hasOwn(glossary, other))
        report(["see", index], `${other} is no term of the glossary.`);
    });
    const problem = term.read === undefined ? null : linkProblem(site, term.read, null);
    if (problem) report(["read"], problem);
    return errors;
  });
}

/** <Term id> names an entry. */
const checkUses = (glossary: Glossary, site: Site): ContentError[] =>
  [...site.inspections].flatMap(([file, { elements }]) =>
    elements
      .filter(({ name, props }) => name === "Term" && !Object.hasOwn(glossary, String(props.id)))
      .map(({ props, line, column }) => ({
        file,
        line,
        column,
        field: "<Term id>",
        message: `${props.id} is no term of glossary.yaml.`,
      })),
  );
