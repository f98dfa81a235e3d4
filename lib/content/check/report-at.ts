/** Problems at a place in a YAML file, and two rules that every list of ids there is held against. */
import type { ContentError } from "@/lib/content/errors";
import type { ContentFiles } from "@/lib/content/parse";
import type { Lexicon } from "@/lib/content/schemas/case";
import { positionIn } from "@/lib/content/yaml";

export type Path = readonly (string | number)[];
/** Notes a problem at a path of the file: keys and list positions. */
export type Report = (path: Path, message: string) => void;

const inWords = (path: Path): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .slice(1);

export const reportTo =
  (errors: ContentError[], files: ContentFiles, file: string): Report =>
  (path, message) =>
    errors.push({ file, ...positionIn(files.get(file) ?? "", path), field: inWords(path), message });

/** Literal words are allowed beside concepts, but words joined by dashes are meant as an id. */
export function checkConcepts(
  concepts: readonly string[],
  path: Path,
  lexicon: Lexicon,
  report: Report,
): void {
  concepts.forEach((concept, index) => {
    const looksLikeId = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(concept);
    if (looksLikeId && !Object.hasOwn(lexicon, concept)) {
      report([...path, index], `${concept} is not in lexicon.yaml; for literal words use spaces.`);
    }
  });
}

export function checkUnique(list: string, items: readonly { id: string }[], report: Report): void {
  items.forEach(({ id }, index) => {
    if (items.findIndex((other) => other.id === id) < index)
      report([list, index, "id"], `Another of the ${list} has the id ${id}.`);
  });
}
