/** Numbers in texts: each way to say where one comes from is accepted, and its absence is an error at its line. */
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { checkNumbers } from "@/lib/content/check/check-numbers";
import { inspectMdx } from "@/lib/content/check/inspect-mdx";
import { formatContentError } from "@/lib/content/errors";
import { goodContent } from "./good-content";

const CHAPTER = "framework/99-numbers.mdx";
const SOLUTION = "cases/example-case/index.mdx";
const front = {
  title: "A text about numbers",
  summary: "A summary that is long enough to be shown in a list.",
  assumes: [
    { name: "videos", value: "10 million" },
    { name: "limit", value: "200 ms" },
  ],
  updated: "2026-11-22",
};

/** The errors of one text, without the path of its file. Its body starts at line 1. */
async function problems(body: string, file = CHAPTER): Promise<string[]> {
  const fields = file === CHAPTER ? { ...front, stage: null, order: 99 } : front;
  const head = `---\n${stringify(fields)}---\n`;
  const files = goodContent().set(file, head + body);
  const inspection = await inspectMdx(file, head + body);
  expect(inspection.errors).toEqual([]);
  const above = head.split("\n").length - 1;
  return checkNumbers(files, { inspections: new Map([[file, inspection]]), pages: new Map() })
    .map((error) => ({ ...error, line: error.line - above }))
    .map((error) => formatContentError(error).replace(`content/${file}:`, ""));
}

describe("a number is explained by", () => {
  // biome-ignore format: a table, one rule a row.
  const good: [rule: string, body: string][] = [
    ["a source in its paragraph", 'Daily training gained 1.5% <Cite id="paper"/>.'],
    ["a source in its list item", 'Two:\n\n- It gained 1.5%\n  over a year <Cite id="paper"/>.'],
    ["a source in its table", '| a | b |\n|---|---|\n| 0.72 | 0.73 |\n| x <Cite id="paper"/> | 12 |'],
    ["a source in the paragraph before its table", 'Measured <Cite id="paper"/>:\n\n| a |\n|---|\n| 0.72 |'],
    ["a source in the paragraph before its list", 'Measured <Cite id="paper"/>:\n\n- 0.72\n- and\n  - 0.73'],
    ["a calculation", 'That is <Calc of="20e9 / 86400">231,000</Calc> a second.'],
    ["an assumption of the front matter", "With 10,000,000 videos, 10M of them, in 0.2 s."],
    ["an assumption where it stands", "Say <Assume>40%</Assume> of them."],
    ["words that call a table invented", "(The figures are <Assume>invented</Assume>.)\n\n| a |\n|---|\n| 480 s |"],
    ["the props of a figure in its section", '## One\n\nOf 64,000 vectors.\n\n<AnnMemoryFigure vectors={64000} dim={96} caption="With 96 dimensions." />'],
    ["being a formula, code or a name", "See $x = 480$, `top_k=480`, NDCG@10, p99, int8, DCN-v2 and 2016."],
    ["being small", "Take 3 of the 10."],
    ["being the length of an interview", "In a round of 45 minutes, or of 30, 45 and 60 minutes."],
  ];
  it.each(good)("%s", async (_, body) => {
    expect(await problems(body)).toEqual([]);
  });

  it("what the interviewer says in a solution, in digits or in words", async () => {
    expect(await problems("For 100 million people, 100,000,000 a day.", SOLUTION)).toEqual([]);
    expect(await problems("For 100 million people.", CHAPTER)).toHaveLength(1);
  });
});

describe("a number is an error", () => {
  // biome-ignore format: a table, one rule a row.
  const bad: [rule: string, body: string, error: RegExp][] = [
    ["without any of these", "One.\n\nIt took\n480 s on it.", /^4 number: 480 s is neither sourced, nor computed, nor assumed\. .*<Calc of="…">480 s<\/Calc>/],
    ["with a source in another paragraph", 'Measured <Cite id="paper"/>.\n\nIt took 480 s.', /^3 number: 480 s/],
    ["with a source in another item", '- One <Cite id="paper"/>.\n- It took 480 s.', /^2 number: 480 s/],
    ["with a source two paragraphs before its table", 'Measured <Cite id="paper"/>.\n\nThus:\n\n| a |\n|---|\n| 480 s |', /^7 number: 480 s/],
    ["when its calculation gives another", 'That is <Calc of="20e9 / 86400">232,000</Calc>.', /^1 number: "20e9 \/ 86400" is 231481, not 232,000\./],
    ["when its calculation cannot be read", 'That is <Calc of="20e9 /">232,000</Calc>.', /^1 number: "20e9 \/" at character 6: Something is missing/],
    ["when something else is assumed", "With 11 million videos.", /^1 number: 11 million/],
    ["when its unit is another than the assumed one", "In 200 GB.", /^1 number: 200 GB/],
    ["when it is small and measured", "It took 5 ms.", /^1 number: 5 ms/],
    ["in a heading", "## The first 480 seconds", /^1 number: 480 seconds/],
    ["in an aside", '<Pitfall title="A mistake">\nIt took 480 s.\n</Pitfall>', /^2 number: 480 s/],
    ["beside a calculation", 'Of 480 s, <Calc of="2 * 12">24</Calc>.', /^1 number: 480 s/],
    ["when a figure of another section shows it", '## One\n\n<AnnMemoryFigure vectors={64000} dim={96} />\n\n## Two\n\nOf 64,000.', /^7 number: 64,000/],
    ["in a caption and not in the props", '<AnnMemoryFigure vectors={64000} dim={96} caption="With 128 dimensions." />', /^1 number: 128 in the caption of <AnnMemoryFigure>/],
  ];
  it.each(bad)("%s", async (_, body, error) => {
    expect(await problems(body)).toEqual([expect.stringMatching(error)]);
  });
});
