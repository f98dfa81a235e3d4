/** What is there, counted: the table that `npm run content:check` prints. */
import type { Site } from "@/lib/content/check/site";
import { wordCount } from "@/lib/content/markdown";
import {
  type ContentFiles,
  caseCardsFile,
  caseSlugs,
  chapterCardsFile,
  parseCards,
  parseCase,
  parseChapters,
  parseSharedScript,
} from "@/lib/content/parse";

const COLUMNS = ["words", "points", "facts", "triggers", "cards", "questions", "figures", "sources"] as const;
type Column = (typeof COLUMNS)[number];
type Row = { name: string; counts: Record<Column, number>; cited: ReadonlySet<string> };

/** One row a case, one for what every case shares, one for the framework, one for all. A source cited twice counts once. */
export function inventory(files: ContentFiles, site: Site): Row[] {
  const slugs = caseSlugs(files);
  const chapters = parseChapters(files).value ?? [];
  const cases = slugs.map((slug) => {
    const found = parseCase(files, slug).value;
    const texts = [`cases/${slug}/index.mdx`];
    return row(files, site, slug, texts, [caseCardsFile(slug)], {
      points: found?.rubric.points.length ?? 0,
      facts: found?.interviewer.facts.length ?? 0,
      triggers: found?.interviewer.triggers.length ?? 0,
    });
  });
  const framework = row(
    files,
    site,
    `framework, ${chapters.length} chapters`,
    chapters.map(({ file }) => `framework/${file}.mdx`),
    chapters.map(({ file }) => chapterCardsFile(file)),
    { points: 0, facts: 0, triggers: 0 },
  );
  const shared = row(files, site, "every case", [], [], {
    points: 0,
    facts: 0,
    triggers: parseSharedScript(files).value?.triggers.length ?? 0,
  });
  const all = [...cases, shared, framework];
  const cited = new Set(all.flatMap((one) => [...one.cited]));
  const total = (column: Column) =>
    column === "sources" ? cited.size : all.reduce((sum, { counts }) => sum + counts[column], 0);
  return [...all, { name: "total", counts: countsOf(total), cited }];
}

const countsOf = (count: (column: Column) => number): Record<Column, number> =>
  Object.fromEntries(COLUMNS.map((column) => [column, count(column)])) as Record<Column, number>;

function row(
  files: ContentFiles,
  site: Site,
  name: string,
  texts: readonly string[],
  cardFiles: readonly string[],
  ofCase: Pick<Row["counts"], "points" | "facts" | "triggers">,
): Row {
  const elements = texts.flatMap((file) => site.inspections.get(file)?.elements ?? []);
  const learnt = cardFiles.flatMap((file) => parseCards(files, file).value ?? []);
  const cited = new Set(
    elements.filter((element) => element.name === "Cite").map(({ props }) => String(props.id)),
  );
  return {
    name,
    cited,
    counts: {
      ...ofCase,
      words: texts.reduce((sum, file) => sum + wordCount(files.get(file) ?? ""), 0),
      cards: learnt.reduce((sum, { cards }) => sum + cards.length, 0),
      questions: learnt.reduce((sum, { questions }) => sum + questions.length, 0),
      figures: elements.filter((element) => element.name.endsWith("Figure")).length,
      sources: cited.size,
    },
  };
}

/** The rows as plain text, aligned: names at the left, counts at the right. */
export function formatInventory(rows: readonly Row[]): string {
  const cells = [
    ["", ...COLUMNS],
    ...rows.map(({ name, counts }) => [
      name,
      ...COLUMNS.map((column) => counts[column].toLocaleString("en-US")),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  return cells
    .map((line) =>
      line
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
