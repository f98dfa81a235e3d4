/** The content in this repository passes its own check, and loads. */
import { expect, it } from "vitest";
import { checkContent } from "@/lib/content/check/check-content";
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

it("loads everything", () => {
  expect(listChapters().flatMap((chapter) => chapter.meta.stage ?? [])).toEqual([...STAGES]);
  expect(listCases().map((found) => found.slug)).toContain("video-recommendation");
  expect(listDecisions().length).toBeGreaterThanOrEqual(8);
  expect(Object.keys(loadLexicon()).length).toBeGreaterThan(0);
  expect(Object.keys(loadSources()).length).toBeGreaterThan(0);
});
