/** The content in this repository passes its own check, and loads. */
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkContent } from "@/lib/content/check/check-content";
import { checkGrading } from "@/lib/content/check/check-grading";
import { formatContentError } from "@/lib/content/errors";
import {
  contentFiles,
  listCases,
  listChapters,
  listDecisions,
  loadLexicon,
  loadSources,
} from "@/lib/content/load";
import { STAGES } from "@/lib/framework/stages";

it("has no errors", async () => {
  expect((await checkContent(contentFiles())).map(formatContentError)).toEqual([]);
});

it.each(listCases().map(({ slug }) => slug))("%s is graded as it promises", (slug) => {
  expect(checkGrading(contentFiles(), slug).map(formatContentError)).toEqual([]);
});

it("names commands that are there, for every measurement of our own", () => {
  const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
  for (const [id, { command }] of Object.entries(loadSources())) {
    expect(command !== undefined, id).toBe(id.startsWith("run-"));
    if (!command) continue;
    const script = /\bnpm run (?:-s )?([\w:-]+)/.exec(command)?.[1];
    if (script) expect(scripts, id).toContain(script);
    for (const [path] of command.matchAll(/\b(?:lib|tests|components)\/[\w./-]+/g))
      expect(existsSync(path), path).toBe(true);
  }
});

it("loads everything", () => {
  expect(listChapters().flatMap((chapter) => chapter.meta.stage ?? [])).toEqual([...STAGES]);
  expect(listCases().map((found) => found.slug)).toContain("video-recommendation");
  expect(listDecisions().length).toBeGreaterThanOrEqual(8);
  expect(Object.keys(loadLexicon()).length).toBeGreaterThan(0);
  expect(Object.keys(loadSources()).length).toBeGreaterThan(0);
});
