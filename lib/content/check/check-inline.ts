/** Inline Markdown in YAML (cards, questions, glossary): formulas parse, dollars that are money are escaped, links lead somewhere. */
import katex from "katex";
import { linkProblem } from "@/lib/content/check/check-links";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { type ContentFiles, parseCards, parseYamlFile } from "@/lib/content/parse";
import { glossarySchema } from "@/lib/content/schemas/glossary";
import { positionIn } from "@/lib/content/yaml";

type Path = (string | number)[];
type Text = { path: Path; text: string };

export function checkInline(files: ContentFiles, site: Site): ContentError[] {
  const cards = [...files.keys()].filter((file) => /(?:^|[/.])cards\.yaml$/.test(file));
  return [
    ...cards.flatMap((file) => problemsIn(file, textsOfCards(files, file), files, site)),
    ...problemsIn("glossary.yaml", textsOfGlossary(files), files, site),
  ];
}

function problemsIn(file: string, texts: readonly Text[], files: ContentFiles, site: Site): ContentError[] {
  return texts.flatMap(({ path, text }) => {
    const problem = inlineProblem(text, site);
    if (problem === null) return [];
    const field = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
    return [
      { file, ...positionIn(files.get(file) ?? "", path), field: field.replace(/^\./, ""), message: problem },
    ];
  });
}

function textsOfCards(files: ContentFiles, file: string): Text[] {
  const { cards = [], questions = [] } = parseCards(files, file).value ?? {};
  return [
    ...cards.flatMap(({ front, back }, index) => [
      { path: ["cards", index, "front"], text: front },
      { path: ["cards", index, "back"], text: back },
    ]),
    ...questions.flatMap(({ question, options }, index) => [
      { path: ["questions", index, "question"], text: question },
      ...options.flatMap(({ text, why }, position) => [
        { path: ["questions", index, "options", position, "text"], text },
        { path: ["questions", index, "options", position, "why"], text: why },
      ]),
    ]),
  ];
}

function textsOfGlossary(files: ContentFiles): Text[] {
  const glossary = parseYamlFile(files, "glossary.yaml", glossarySchema).value ?? {};
  return Object.entries(glossary).flatMap(([id, { short, more }]) => [
    { path: [id, "short"], text: short },
    ...(more === undefined ? [] : [{ path: [id, "more"], text: more }]),
  ]);
}

/** What is wrong with an inline text, or null. Code spans are code. */
export function inlineProblem(text: string, site: Site): string | null {
  const prose = text.replace(/`[^`]*`/g, "").replace(/\\\$/g, "");
  const pieces = prose.split(/\$\$?/);
  if (pieces.length % 2 === 0) return "A dollar sign has no partner. One that is money is written \\$.";
  for (const tex of pieces.filter((_, index) => index % 2 === 1)) {
    if (tex !== tex.trim())
      return `"${tex}" starts or ends with a space. A dollar sign that is money is written \\$.`;
    try {
      katex.renderToString(tex, { throwOnError: true, strict: "ignore" });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  const words = pieces.filter((_, index) => index % 2 === 0).join("$");
  for (const [, url = ""] of words.matchAll(/\]\(([^)\s]+)\)/g)) {
    const problem = linkProblem(site, url, null);
    if (problem) return problem;
  }
  return null;
}
