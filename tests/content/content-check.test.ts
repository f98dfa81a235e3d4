/** Every rule of content:check fires, on the right line, when its one thing is broken; and on nothing else. */
import { describe, expect, it } from "vitest";
import { checkContent } from "@/lib/content/check/check-content";
import { type Inspection, inspectMdx } from "@/lib/content/check/inspect-mdx";
import { formatContentError } from "@/lib/content/errors";
import { goodContent } from "./good-content";

const CHAPTER = "framework/03-data.mdx";
const CASE = "cases/example-case";
const RUBRIC = `${CASE}/rubric.yaml`;
const CARDS = `${CASE}/cards.yaml`;
const QUIZ = "framework/03-data.cards.yaml";
const INTERVIEWER = `${CASE}/interviewer.yaml`;
const SHARED = "interviewer.yaml";

const inspected = new Map<string, Promise<Inspection>>();
function inspect(file: string, text: string): Promise<Inspection> {
  const key = `${file}\n${text}`;
  const known = inspected.get(key) ?? inspectMdx(file, text);
  inspected.set(key, known);
  return known;
}
const check = (files: Map<string, string>) => checkContent(files, inspect);

/** Replaces the first match in one file; fails when there is nothing to replace. */
function broken(file: string, from: string | RegExp, to: string): Map<string, string> {
  const files = goodContent();
  const before = files.get(file) ?? "";
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing to break in ${file}: ${from}`);
  return files.set(file, after);
}
const lineOf = (files: Map<string, string>, file: string, text: string) =>
  (files.get(file) ?? "").split("\n").findIndex((line) => line.includes(text)) + 1;
const linesOf = async (files: Map<string, string>) => (await check(files)).map(formatContentError);

it("accepts content in which nothing is broken", async () => {
  expect(await linesOf(goodContent())).toEqual([]);
});

describe("one broken thing is one error that says what and where", () => {
  type Rule = [name: string, file: string, from: string | RegExp, to: string, at: string, message: RegExp];
  // biome-ignore format: a table, one rule a row.
  const rules: Rule[] = [
    ["front matter", CHAPTER, "summary: A summary", "sumary: A summary", "sumary:", /sumary: Unrecognized key/],
    ["MDX syntax", CHAPTER, "Do not make it.", "Do <b not make it.", "Do <b", /syntax: /],
    ["import", CHAPTER, "## First things", 'import x from "y"\n\n## First things', "import x", /import\/export: Content holds no code/],
    ["export", CHAPTER, "## First things", "export const x = 1\n\n## First things", "export const", /import\/export: /],
    ["expression", CHAPTER, "Do not make it.", "It is {process.env.SECRET}.", "process.env", /expression: /],
    ["spread attribute", CHAPTER, "<Sources />", "<Sources {...props} />", "<Sources", /Spread attributes are code/],
    ["prop that is code", CHAPTER, 'title="A mistake"', "title={name()}", "<Pitfall", /<Pitfall title>: Only literal/],
    ["unknown component", CHAPTER, "<DriftFigure", "<DirftFigure", "<DirftFigure", /<DirftFigure>: Not in the vocabulary/],
    ["HTML element", CHAPTER, "Do not make it.", "Do <b>not</b> make it.", "Do <b>", /<b>: Not in the vocabulary/],
    ["figure in a paragraph", CHAPTER, "Do not make it.", "Do <DriftFigure /> not.", "Do <Drift", /<DriftFigure>: A figure is no part of a paragraph/],
    ["unknown prop", CHAPTER, "<DriftFigure", '<DriftFigure color="red"', "<DriftFigure", /<DriftFigure>: Unrecognized key: "color"/],
    ["bad prop", CHAPTER, 'title="A mistake"', 'title="A"', "<Pitfall", /<Pitfall title>: Too small/],
    ["unknown source", CHAPTER, 'id="paper"', 'id="papre"', "<Cite", /<Cite id>: papre is not in sources.yaml/],
    ["no list of sources", CHAPTER, "<Sources />", "", "<Cite", /<Sources>: This page cites but has no/],
    ["sources twice", CHAPTER, "<Sources />", "<Sources />\n\n<Sources />", "", /<Sources>: List the sources once/],
    ["dead page", CHAPTER, "(/framework)", "(/framework/nowhere)", "nowhere", /link: \/framework\/nowhere is not a page/],
    ["dead anchor", CHAPTER, "(/framework)", "(/framework/model#first-thing)", "first-thing)", /link: #first-thing is no heading of \/framework\/model. Did you mean #first-things\?/],
    ["dead own anchor", CHAPTER, "(/framework)", "(#nowhere)", "#nowhere", /link: #nowhere is no heading of \/framework\/data/],
    ["insecure link", CHAPTER, "(/framework)", "(http://example.org)", "http:", /link: http:/],
    ["foreign image", CHAPTER, "Do not make it.", "![A](https://example.org/a.png)", "example.org", /image: /],
    ["lab state", CHAPTER, "<Sources />", '<TryLab world="video" state="?seed=1" label="Try it" />\n\n<Sources />', "<TryLab", /<TryLab state>: /],
    ["lab world", CHAPTER, "<Sources />", '<TryLab world="maps" state="seed=1" label="Try it" />\n\n<Sources />', "<TryLab", /<TryLab world>: Invalid option/],
    ["formula", CHAPTER, "$x = 1$", "$\\frc{1}{2}$", "\\frc", /formula: /],
    ["money as formula", CHAPTER, "$x = 1$", "$5 — or $6", "$5", /formula: .*\\\$/],
    ["second h1", CHAPTER, "## First things", "# Title\n\n## First things", "# Title", /The title is the page's h1/],
    ["too few words", CHAPTER, / word[23]\d\d/g, "", "", /words: \d+ words; a chapter has 900 to 3200/],
    ["no figure", CHAPTER, /<DriftFigure.*\n/, "", "", /figures: /],
    ["no pitfall", CHAPTER, /<Pitfall[\s\S]*Pitfall>\n/, "", "", /pitfalls: /],
    ["no level heading", CHAPTER, "## What mid, senior", "## What seniors", "", /headings: /],
    ["order twice", CHAPTER, "order: 3", "order: 2", "", /order: Another chapter has the order 2/],
    ["order of stages", CHAPTER, "order: 3", "order: 9", "", /order: The stages' chapters stand in the order/],
    ["rubric schema", RUBRIC, "weight: 2", "weight: 5", "weight: 5", /points\[0\].weight: Too big/],
    ["rubric syntax", RUBRIC, "version: 1", "version: [1", "", /yaml: /],
    ["point id twice", RUBRIC, "id: clarify-mid-2", "id: clarify-mid-1", "", /points\[1\].id: Another of the points/],
    ["point id of another stage", RUBRIC, "id: clarify-mid-1", "id: frame-mid-9", "frame-mid-9", /points\[0\].id: The id starts with its stage/],
    ["point concept", RUBRIC, "- cold-start", "- cold-strat", "cold-strat", /points\[0\].mustMention\[0\]: cold-strat is not in lexicon/],
    ["point chapter", RUBRIC, "/framework/clarify#first-things", "/framework/clarify#last-things", "last-things", /points\[0\].chapter: #last-things is no heading/],
    ["case slug", `${CASE}/case.yaml`, "slug: example-case", "slug: other-case", "", /slug: The folder is called example-case/],
    ["hints of a stage", `${CASE}/case.yaml`, / {2}monitor:\n.*\n.*\n/, "", "", /hints.monitor: /],
    ["lab preset", `${CASE}/case.yaml`, "labPreset: seed=1", "labPreset: seed", "", /labPreset: /],
    ["trigger id twice", INTERVIEWER, "id: trigger-1\n", "id: trigger-0\n", "", /triggers\[1\].id: Another/],
    ["trigger condition", INTERVIEWER, "- pointBelow: data-mid-1", "- pointBelw: data-mid-1", "pointBelw", /triggers\[0\].when.all\[0\].*pointBelw/],
    ["trigger point", INTERVIEWER, "- pointBelow: data-mid-1", "- pointBelow: data-mid-9", "data-mid-9", /triggers\[0\].when.all\[0\].pointBelow: data-mid-9 is no point/],
    ["trigger probe", INTERVIEWER, "- data-mid-1\n", "- data-mid-9\n", "data-mid-9", /triggers\[0\].probes\[0\]: data-mid-9 is no point/],
    ["trigger concept", INTERVIEWER, "- cold-start", "- cold-strat", "cold-strat", /triggers\[0\].when.all\[1\].not.said\[0\]: cold-strat is not in lexicon/],
    ["trigger that never comes", INTERVIEWER, "id: trigger-0\n", "id: trigger-0\n    after: { trigger: nobody, outcome: enough }\n", "after:", /triggers\[0\].after: Nobody asks nobody/],
    ["id of the interviewer's own", INTERVIEWER, "id: trigger-0\n", "id: point-data-mid-1\n", "point-data", /triggers\[0\].id: Ids that begin with point-/],
    ["question too long to be spoken", INTERVIEWER, "What about people0", `What about people0 ${"and so on ".repeat(14)}`, "people0", /triggers\[0\].question: \d+ words; what is spoken has at most 40/],
    ["question asked twice", INTERVIEWER, "What about people1 who came on day1 to place1?", "What about people0 who came on day0?", "What about people0 who came on day0?", /triggers\[1\].question: It asks nearly what trigger-0 asks/],
    ["trigger in the place of none", INTERVIEWER, "- shared-0", "- shared-99", "shared-99", /triggers\[0\].insteadOf\[0\]: shared-99 is no shared trigger/],
    ["trigger with the id of a shared one", INTERVIEWER, "id: trigger-0\n", "id: shared-5\n", "id: shared-5", /triggers\[0\].id: A shared trigger has this id/],
    ["silence for none", INTERVIEWER, "- shared-2", "- shared-98", "shared-98", /shared.silenced\[0\]: shared-98 is no shared trigger/],
    ["point of a shared trigger", INTERVIEWER, "shared-1:\n      - data-mid-1", "shared-1:\n      - data-mid-9", "data-mid-9", /shared.probes.shared-1\[0\]: data-mid-9 is no point/],
    ["condition that never holds", INTERVIEWER, "- pointBelow: data-mid-1", "- shareOfTimeAtLeast: 0.97", "when:", /triggers\[0\].when: This never holds: nothing is asked after 95%/],
    ["condition that denies itself", SHARED, "- stageLeft: data", "- said:\n            - cold-start", "when:", /triggers\[0\].when: This never holds: cold-start has to be said and missing/],
    ["shared trigger about a case", SHARED, "- stageLeft: data", "- pointBelow: data-mid-1", "data-mid-1", /triggers\[0\].when.all\[1\].pointBelow: pointBelow names something of one case/],
    ["shared concept", SHARED, "- cold-start", "- cold-strat", "cold-strat", /triggers\[0\].when.all\[0\].missing\[0\]: cold-strat is not in lexicon/],
    ["finding of no rule", SHARED, "- stageLeft: data", "- finding:\n            - nobody-finds-this", "nobody-finds", /finding\[0\]: nobody-finds-this is no rule/],
    ["kind of a node", SHARED, "- stageLeft: data", "- boardHas:\n            - modle", "modle", /boardHas\[0\]: modle is no kind of node/],
    ["trigger without a time", SHARED, / {4}when:\n( {6}.*\n)+/, "", "id: shared-0", /triggers\[0\].*Say `when` it is due/],
    ["too few shared triggers", SHARED, / {2}- id: shared-29\n( {4}.*\n)+/, "", "", /triggers: 29; every case shares at least 30/],
    ["fact of a twist", INTERVIEWER, "factNotAsked: fact-0", "factNotAsked: fact-99", "fact-99", /twists\[0\].when.any\[0\].factNotAsked: fact-99 is no fact/],
    ["decision", INTERVIEWER, "decision: split", "decision: splitting", "splitting", /twists\[0\].when.any\[1\].decision: splitting is no decision/],
    ["value of a decision", INTERVIEWER, "- random", "- randomly", "randomly", /is\[0\]: randomly is no value of split/],
    ["solution words", `${CASE}/index.mdx`, / word[12]\d\d\d?/g, "", "", /words: \d+ words; a solution has 4000 to 7000/],
    ["answer section", `${CASE}/answers/mid.md`, "## serve", "## serving", "## serving", /## serving: Not a stage/],
    ["answer order", `${CASE}/answers/mid.md`, /## clarify([\s\S]*)## frame/, "## frame$1## clarify", "## clarify", /Stages stand in the framework's order/],
    ["model answers", `${CASE}/answers/mid.md`, "level: mid", "level: staff", "", /level: No model answer of level mid/],
    ["naive answers", `${CASE}/answers/jumps-to-the-model.md`, "pitfall: jumps-to-the-model", "pitfall: ignores-the-data-pipeline", "", /pitfall: No naive answer that jumps-to-the-model/],
    ["weak answer", `${CASE}/answers/weak.md`, "kind: weak", "kind: naive\npitfall: jumps-to-the-model", "", /kind: No weak answer/],
    ["figures of a solution", `${CASE}/index.mdx`, "<DriftFigure />", "", "", /figures: 5; a solution has at least 6/],
    ["cards of a point", CARDS, "point: data-mid-1", "point: data-mid-2", "", /points\[12\]: 1 cards teach data-mid-1; a point has 2/],
    ["question of a point", CARDS, "id: data-mid-1-q\n    point: data-mid-1", "id: data-mid-1-q\n    point: data-mid-2", "", /points\[12\]: No question applies data-mid-1/],
    ["question of another case", "cases/other-case/cards.yaml", / {2}- id: data-\S+-q\n( {4}.*\n)+/g, "", "", /cases\/example-case.*No question of another case leads to \/framework\/data, to check that data-mid-1 transfers/],
    ["card of no point", CARDS, "point: data-mid-1", "point: data-mid-9", "", /cards\[24\].point: Name the point/],
    ["card id twice", CARDS, "id: data-mid-1-b", "id: data-mid-1-a", "", /cards\[25\].id: Another/],
    ["two right options", CARDS, "- text: Option 1", "- text: Option 1\n        right: true", "", /options: exactly one option is right/],
    ["formula of a card", CARDS, "how large $x$ is", "how large $\\frc{x}$ is", "frc", /cards\[0\].back: .*frc/],
    ["money on a card", CARDS, "how large $x$ is", "that costs $5", "costs $5", /cards\[0\].back: A dollar sign has no partner/],
    ["link of a card", CARDS, "how large $x$ is", "[here](/framework/nowhere)", "nowhere", /cards\[0\].back: \/framework\/nowhere is not a page/],
    ["quiz of a chapter", "framework/08-around.cards.yaml", / {2}- id: question-5\n( {4}.*\n)+/, "", "", /questions: 4; a chapter has 5 to 8/],
    ["cards of a chapter", "framework/08-around.cards.yaml", / {2}- id: card-6\n( {4}.*\n)+/, "", "", /cards: 5; a chapter has 6 to 12/],
    ["point of a chapter's card", QUIZ, "id: card-1", "id: card-1\n    point: data-mid-1", "", /cards\[0\].point: What a chapter teaches/],
    ["term that is missing", "glossary.yaml", "- skew", "- skewed", "- skewed", /drift.see.0: skewed is no term/],
    ["form of two terms", "glossary.yaml", "term: skew", "term: drifting", "term: drifting", /skew.term: "drifting" is a form of drift already/],
    ["page of a term", "glossary.yaml", "#first-things", "#last-things", "last-things", /skew.read: #last-things is no heading/],
    ["word of no term", CHAPTER, "Do not make it.", 'Do <Term id="drft">drift</Term>.', "<Term", /<Term id>: drft is no term/],
    ["number without a source", "framework/08-around.mdx", "Do not make it.", "It took 480 s.", "It took 480", /number: 480 s is neither/],
    ["decision number", "decisions/0001-one-thing.md", "number: 1", "number: 2", "", /number: The file name says 0001/],
    ["decision sections", "decisions/0001-one-thing.md", "## Alternatives", "## Others", "", /headings: /],
    ["decision length", "decisions/0001-one-thing.md", /(A line\.\n){20}/, "", "", /lines: \d+ lines/],
    ["HTML in Markdown", "decisions/0001-one-thing.md", "A line.", "A line.<br>", "<br>", /html: /],
  ];

  it.each(rules)("%s", async (_, file, from, to, at, message) => {
    const files = broken(file, from, to);
    const errors = await check(files);
    const lines = errors.map(formatContentError);
    const match = errors.find((_error, index) => message.test(lines[index] ?? ""));
    expect(
      lines.filter((line) => message.test(line)),
      lines.join("\n"),
    ).toHaveLength(1);
    if (at) expect({ file: match?.file, line: match?.line }).toEqual({ file, line: lineOf(files, file, at) });
  });
});

describe("what a case has at least", () => {
  const cut = (file: string, pattern: RegExp) => broken(file, pattern, "");
  it.each([
    ["facts", cut(INTERVIEWER, / {2}- id: fact-13\n( {4}.*\n)+/), /facts: 13; a case has at least 14/],
    [
      "triggers",
      cut(INTERVIEWER, / {2}- id: trigger-(9|1\d)\n( {4}.*\n)+/g),
      /triggers: 9; a case has at least 10/,
    ],
    ["twists", cut(INTERVIEWER, / {2}- id: twist-2\n( {4}.*\n)+/), /twists: 2; a case has at least 3/],
    ["points", cut(RUBRIC, /( {2}- id: \S+-2\n( {4}.*\n)+)/g), /points: 21; a case has at least 35/],
    [
      "a point of each stage and level",
      cut(RUBRIC, / {2}- id: data-staff-\d\n( {4}.*\n)+/g),
      /No point of stage data at level staff/,
    ],
  ])("%s", async (_, files, message) => {
    expect(await linesOf(files)).toContainEqual(expect.stringMatching(message));
  });
});

it.each([
  [
    "place",
    (text: string) =>
      text.replace(/ {8}right: true\n/g, "").replace(/(text: Option 1\n)/g, "$1        right: true\n"),
    /always has place 2/,
  ],
  [
    "length",
    (text: string) => text.replace(/(text: Option \d)(?=\n {8}right)/g, "$1, which says much more"),
    /visibly the longest/,
  ],
])("reports right options that are known by their %s", async (_, change, message) => {
  const files = goodContent();
  files.set(QUIZ, change(files.get(QUIZ) ?? ""));
  expect(await linesOf(files)).toEqual([expect.stringMatching(message)]);
});

it("reports a file that nothing reads, and one that is missing", async () => {
  const files = goodContent();
  files.set("framwork/01-clarify.mdx", files.get("framework/01-clarify.mdx") ?? "");
  files.delete(RUBRIC);
  const lines = await linesOf(files);
  expect(lines).toContainEqual(
    expect.stringMatching(/^content\/framwork\/01-clarify\.mdx:1 file: Nothing reads/),
  );
  expect(lines).toContainEqual(`content/${RUBRIC}:1 file: This file is missing.`);
});

it("collects all errors of a file, in order of their lines", async () => {
  const files = broken(RUBRIC, "weight: 2", "weight: 9");
  files.set(RUBRIC, (files.get(RUBRIC) ?? "").replace("level: senior", "level: junior"));
  const errors = await check(files);
  expect(errors.map((error) => error.field)).toEqual(["points[0].weight", "points[2].level"]);
});
