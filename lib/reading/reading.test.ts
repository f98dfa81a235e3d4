import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_READING,
  furtherOf,
  mergeReadings,
  type Progress,
  withBookmark,
  withHighlight,
} from "./reading";
import { readingToMarkdown } from "./reading-to-markdown";
import { resumeFrom } from "./resume";

const progress = (over: Partial<Progress> = {}): Progress => ({
  path: "/framework/data",
  anchor: "splits",
  heading: "Splits",
  share: 0.5,
  isFinished: false,
  updatedAt: "2026-11-29T10:00:00.000Z",
  ...over,
});
const bookmark = {
  path: "/framework/data",
  anchor: "labels",
  heading: "Labels",
  createdAt: "2026-11-29T10:00:00.000Z",
};
const highlight = {
  ...bookmark,
  id: "1",
  quote: "A label is\na decision.",
  prefix: "",
  suffix: "",
  note: "",
};
const anyProgress = fc.record({
  path: fc.constant("/framework/data"),
  anchor: fc.constantFrom("a", "b"),
  heading: fc.constant(""),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  isFinished: fc.boolean(),
  updatedAt: fc
    .date({ min: new Date(0), max: new Date(1e12), noInvalidDate: true })
    .map((date) => date.toISOString()),
});

describe("progress", () => {
  it("never goes back, and finished stays finished, in any order of saves", () => {
    fc.assert(
      fc.property(fc.array(anyProgress, { minLength: 1 }), (saves) => {
        const end = saves.reduce<Progress | undefined>(furtherOf, undefined);
        expect(end?.share).toBe(Math.max(...saves.map(({ share }) => share)));
        expect(end?.isFinished).toBe(saves.some(({ isFinished }) => isFinished));
      }),
    );
  });
});

describe("resume", () => {
  it("leads to the unfinished text that was read last, and to nothing when all are finished", () => {
    const reading = {
      ...EMPTY_READING,
      progress: [
        progress(),
        progress({ path: "/framework/model", updatedAt: "2026-11-29T12:00:00.000Z" }),
        progress({ path: "/framework/serve", updatedAt: "2026-11-29T13:00:00.000Z", isFinished: true }),
        progress({ path: "/cases/video-recommendation", updatedAt: "2026-11-29T14:00:00.000Z" }),
      ],
    };
    expect(resumeFrom(reading, ["/framework/data", "/framework/model", "/framework/serve"])?.path).toBe(
      "/framework/model",
    );
    expect(resumeFrom(reading, ["/framework/serve"])).toBeNull();
  });
});

describe("merging", () => {
  it("twice is merging once, and keeps what either side has", () => {
    const a = { ...EMPTY_READING, progress: [progress()], highlights: [highlight] };
    const b = { ...EMPTY_READING, bookmarks: [bookmark], highlights: [{ ...highlight, note: "later" }] };
    const once = mergeReadings(a, b);
    expect(mergeReadings(once, b)).toEqual(once);
    expect(once.highlights).toEqual([{ ...highlight, note: "later" }]);
    expect(once.bookmarks).toEqual([bookmark]);
    expect(once.progress).toEqual([progress()]);
  });
  it("knows one bookmark a heading", () => {
    const set = withBookmark(withBookmark(EMPTY_READING, bookmark, true), bookmark, true);
    expect(set.bookmarks).toHaveLength(1);
    expect(withBookmark(set, bookmark, false).bookmarks).toEqual([]);
  });
});

describe("the Markdown of a reading", () => {
  const reading = withHighlight(withBookmark(EMPTY_READING, bookmark, true), {
    ...highlight,
    note: "Ask *why*.",
  });
  it("lists bookmarks and quotes with notes under their page, with links that lead back", () => {
    expect(readingToMarkdown(reading, new Map([["/framework/data", "Data"]]), "https://example.org")).toBe(
      `# Reading notes\n\n## Data\n\n- Bookmark: [Labels](https://example.org/framework/data#labels)\n\n> A label is a decision.\n\nAsk *why*.\n\n[Labels](https://example.org/framework/data#labels)\n`,
    );
  });
});
