import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "./import-graph";

const HARD_CAP_LINES = 300;
const PAGE_CAP_LINES = 120;
/** Word lists: data that happens to be typed, with no logic to read. */
const WORD_LISTS = ["lib/worlds/video/vocabulary.ts", "lib/worlds/ads/vocabulary.ts"];

const files = sourceFiles()
  .filter(
    (file) => /^(app|components|lib)\//.test(file) && !/\.test\.ts$/.test(file) && !WORD_LISTS.includes(file),
  )
  .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }));

describe("files stay readable", () => {
  it("none is over the hard cap", () => {
    expect(files.filter(({ lines }) => lines > HARD_CAP_LINES)).toEqual([]);
  });

  it("the median is at most 80 lines and the 90th percentile at most 200", () => {
    const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
    const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    expect(quantile(0.5)).toBeLessThanOrEqual(80);
    expect(quantile(0.9)).toBeLessThanOrEqual(200);
  });

  it("pages hold no logic", () => {
    expect(files.filter(({ file, lines }) => file.endsWith("page.tsx") && lines > PAGE_CAP_LINES)).toEqual(
      [],
    );
  });
});

describe("folders say what they are", () => {
  const folders = ["lib", "components"].flatMap((root) =>
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "generated")
      .map((entry) => `${root}/${entry.name}`),
  );
  it.each(folders)("%s has a README of at most 40 lines", (folder) => {
    const readme = `${folder}/README.md`;
    expect(existsSync(readme)).toBe(true);
    expect(readFileSync(readme, "utf8").split("\n").length).toBeLessThanOrEqual(41);
  });
});
