/** `npm run grade` and `npm run ask` as a shell sees them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "commands-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(tool: "grade" | "ask", args: string[], input = "") {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", `lib/cli/${tool}.ts`, ...args],
    { input, encoding: "utf8" },
  );
  return {
    lines: stdout
      .trim()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
}

function file(name: string, text: string): string {
  const target = path.join(folder, name);
  writeFileSync(target, text);
  return target;
}

// Each run starts a process, which takes seconds on a busy machine.
describe("grade", () => {
  it("grades standard input", () => {
    const { lines, status } = run(
      "grade",
      ["--case", "video-recommendation", "--stage", "data"],
      "I split by time: train until day D, test on the day after, so that nothing leaks from the future.\n",
    );
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0].score).toBeGreaterThan(0);
    const split = lines[0].points.find((point: { id: string }) => point.id === "data-time-split");
    expect(split).toMatchObject({ verdict: "explained", quote: expect.stringContaining("split by time") });
    expect(lines[0].flags).toEqual([]);
  });

  it("grades a file of lines, blank ones and a byte order mark aside", () => {
    const row = (id: string, text: string) =>
      JSON.stringify({ id, case: "video-recommendation", stage: "serve", text });
    const { lines, status } = run("grade", [
      "--jsonl",
      file(
        "answers.jsonl",
        `\uFEFF${row("a", "")}\r\n\n${row("b", "When the ranker times out we show the cached list.")}\n`,
      ),
    ]);
    expect(status).toBe(0);
    expect(lines.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(lines[0].score).toBe(0);
    expect(lines[1].score).toBeGreaterThan(0);
  });

  it("grades an answer of the case itself, and the same text under headings of stages", () => {
    const own = run("grade", ["--case", "video-recommendation", "--answer", "mid"]);
    expect(own.status).toBe(0);
    expect(own.lines[0].score).toBeGreaterThanOrEqual(0.8);
    const text = readFileSync("content/cases/video-recommendation/answers/model-mid.md", "utf8");
    const piped = run("grade", ["--case", "video-recommendation", "--level", "mid"], text);
    expect(piped.lines[0]).toEqual(own.lines[0]);
  });

  it.each([
    [
      "an answer that the case has not",
      ["--case", "video-recommendation", "--answer", "nope"],
      "weak-generic",
    ],
    ["an unknown case", ["--case", "nope", "--stage", "data"], "video-recommendation"],
    ["an unknown stage", ["--case", "video-recommendation", "--stage", "nope"], "clarify"],
    ["no file", ["--jsonl", "/nowhere.jsonl"], "no such file"],
    ["bad JSON", ["--jsonl", file("bad.jsonl", '\n{"id": 1\n')], "line 2"],
    [
      "a missing field",
      ["--jsonl", file("field.jsonl", '{"id": 1, "case": "video-recommendation", "stage": "data"}\n')],
      "text",
    ],
    ["an unknown option", ["--nope"], "--jsonl"],
  ])("refuses %s with one line", (_name, args, hint) => {
    const { lines, stderr, status } = run("grade", args);
    expect(status).toBe(2);
    expect(lines).toEqual([]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(hint);
  });
});

describe("ask", () => {
  it("answers each question with its fact, topic and words", () => {
    const rows = ["How many daily users are there?", "What is your favourite film?"].map((question) =>
      JSON.stringify({ case: "video-recommendation", question }),
    );
    const { lines, status } = run("ask", ["--jsonl", file("questions.jsonl", rows.join("\n"))]);
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { fact: "scale", topic: "scale" },
      { fact: null, topic: null },
    ]);
    for (const line of lines) expect(Object.keys(line)).toEqual(["question", "fact", "topic", "answer"]);
  });

  it("refuses to guess what to read", () => {
    expect(run("ask", []).status).toBe(2);
  });
});
