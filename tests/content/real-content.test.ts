/** The content in this repository loads, and names commands that are there. `npm run content:check` holds its rules. */
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listCases, listChapters, listDecisions, loadLexicon, loadSources } from "@/lib/content/load";
import { STAGES } from "@/lib/framework/stages";

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
