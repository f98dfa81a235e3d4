/** Reading per person on the real database: it only grows, retries change nothing, and nobody sees or moves another's. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { database } from "@/lib/data/database";
import { deleteHighlight } from "@/lib/data/reading/delete-highlight";
import { forgetProgress } from "@/lib/data/reading/forget-progress";
import { loadReading } from "@/lib/data/reading/load-reading";
import { mergeReading } from "@/lib/data/reading/merge-reading";
import { saveHighlight } from "@/lib/data/reading/save-highlight";
import { saveProgress } from "@/lib/data/reading/save-progress";
import { setBookmark } from "@/lib/data/reading/set-bookmark";
import {
  type Bookmark,
  EMPTY_READING,
  type Highlight,
  type Progress,
  READING_LIMITS,
} from "@/lib/reading/reading";
import { createViewer } from "../support/people";

const now = new Date("2026-11-29T10:00:00.000Z");
const later = new Date("2026-11-29T11:00:00.000Z");
const PATH = "/framework/data";

const progress = (share: number, over: Partial<Progress> = {}): Progress => ({
  path: PATH,
  anchor: `at-${share}`,
  heading: `At ${share}`,
  share,
  isFinished: false,
  updatedAt: now.toISOString(),
  ...over,
});
const bookmark = (anchor: string): Bookmark => ({
  path: PATH,
  anchor,
  heading: anchor,
  createdAt: now.toISOString(),
});
const highlight = (over: Partial<Highlight> = {}): Highlight => ({
  id: randomUUID(),
  path: PATH,
  anchor: "labels",
  heading: "Labels",
  quote: "A label is a decision.",
  prefix: "before ",
  suffix: " after",
  note: "",
  createdAt: now.toISOString(),
  ...over,
});

describe("progress", () => {
  it("only grows, in whatever order saves arrive", async () => {
    const ada = await createViewer();
    await saveProgress(ada, progress(0.6), now);
    await saveProgress(ada, progress(0.2, { isFinished: true }), later);
    await saveProgress(ada, progress(0.4), now);
    expect((await loadReading(ada)).progress).toEqual([
      progress(0.6, { isFinished: true, updatedAt: later.toISOString() }),
    ]);
  });

  it("is one row when two tabs save at once", async () => {
    const ada = await createViewer();
    await Promise.all([0.1, 0.9, 0.5, 0.3].map((share) => saveProgress(ada, progress(share), now)));
    expect((await loadReading(ada)).progress).toMatchObject([{ share: 0.9, heading: "At 0.9" }]);
  });

  it("is forgotten for oneself alone", async () => {
    const [ada, bob] = [await createViewer(), await createViewer()];
    await saveProgress(ada, progress(0.5), now);
    await forgetProgress(bob, PATH);
    expect((await loadReading(ada)).progress).toHaveLength(1);
    await forgetProgress(ada, PATH);
    expect((await loadReading(ada)).progress).toEqual([]);
  });
});

describe("bookmarks", () => {
  it("are set and removed once, however often that is said", async () => {
    const ada = await createViewer();
    for (const anchor of ["labels", "labels", "splits"]) await setBookmark(ada, bookmark(anchor), true, now);
    expect((await loadReading(ada)).bookmarks).toEqual([bookmark("labels"), bookmark("splits")]);
    for (let i = 0; i < 2; i++) await setBookmark(ada, bookmark("labels"), false, now);
    expect((await loadReading(ada)).bookmarks).toEqual([bookmark("splits")]);
  });

  it("of somebody else are not removed", async () => {
    const [ada, bob] = [await createViewer(), await createViewer()];
    await setBookmark(ada, bookmark("labels"), true, now);
    await setBookmark(bob, bookmark("labels"), false, now);
    expect((await loadReading(ada)).bookmarks).toHaveLength(1);
    expect((await loadReading(bob)).bookmarks).toEqual([]);
  });
});

describe("highlights", () => {
  it("are one row when a save is repeated; only the note changes", async () => {
    const ada = await createViewer();
    const made = highlight();
    await saveHighlight(ada, made, now);
    await saveHighlight(ada, { ...made, quote: "Something else.", note: "Ask about this." }, now);
    expect((await loadReading(ada)).highlights).toEqual([{ ...made, note: "Ask about this." }]);
  });

  it("with somebody else's id are answered like none", async () => {
    const [ada, bob] = [await createViewer(), await createViewer()];
    const made = highlight({ note: "mine" });
    await saveHighlight(ada, made, now);
    const foreign = deleteHighlight(bob, made.id);
    await expect(foreign).rejects.toMatchObject({ code: "not-found" });
    const absent = await deleteHighlight(bob, randomUUID()).catch((error: Error) => error);
    await expect(foreign).rejects.toMatchObject({ message: (absent as Error).message });
    // Saving under a foreign id makes a row of one's own and tells nothing.
    await saveHighlight(bob, { ...made, note: "taken" }, now);
    expect((await loadReading(ada)).highlights).toEqual([made]);
    expect((await loadReading(bob)).highlights).toMatchObject([{ note: "taken" }]);
  });

  it("end at the limit, with a word about it", async () => {
    const ada = await createViewer();
    const db = await database();
    await db.highlight.createMany({
      data: Array.from({ length: READING_LIMITS.highlights }, () => ({
        ...highlight(),
        ownerId: ada.userId,
        createdAt: now,
      })),
    });
    await expect(saveHighlight(ada, highlight(), now)).rejects.toMatchObject({ code: "closed" });
  });
});

describe("what a device kept", () => {
  it("joins what is there, and a second time changes nothing", async () => {
    const ada = await createViewer();
    const [first, second] = [highlight(), highlight()];
    await saveHighlight(ada, first, now);
    await saveProgress(ada, progress(0.6), now);
    const device = {
      progress: [progress(0.3), progress(0.7, { path: "/framework/model" })],
      bookmarks: [bookmark("labels")],
      highlights: [second, { ...first, note: "changed offline" }],
    };
    await mergeReading(ada, device, now);
    const once = await loadReading(ada);
    await mergeReading(ada, device, now);
    expect(await loadReading(ada)).toEqual(once);
    expect(once.highlights.map(({ note }) => note).sort()).toEqual(["", "changed offline"]);
    expect(once.progress.map(({ path, share }) => [path, share]).sort()).toEqual([
      [PATH, 0.6],
      ["/framework/model", 0.7],
    ]);
    expect(once.bookmarks).toEqual(device.bookmarks);
  });

  it("happened no later than now, however far the device's clock is ahead", async () => {
    const ada = await createViewer();
    const ahead = "9999-01-01T00:00:00.000Z";
    const device = {
      progress: [progress(0.3, { updatedAt: ahead })],
      bookmarks: [{ ...bookmark("labels"), createdAt: ahead }],
      highlights: [highlight({ createdAt: ahead })],
    };
    await mergeReading(ada, device, now);
    const reading = await loadReading(ada);
    const instants = [
      ...reading.progress.map(({ updatedAt }) => updatedAt),
      ...[...reading.bookmarks, ...reading.highlights].map(({ createdAt }) => createdAt),
    ];
    expect(instants).toEqual(Array(3).fill(now.toISOString()));
  });
});

describe("a guest's reading", () => {
  it("moves to the account and joins what the account knows", async () => {
    const [guest, account] = [await createViewer({ isGuest: true }), await createViewer()];
    await saveProgress(guest, progress(0.8), later);
    await saveProgress(account, progress(0.5, { isFinished: true }), now);
    await saveProgress(guest, progress(0.2, { path: "/framework/model" }), now);
    await setBookmark(guest, bookmark("labels"), true, now);
    await setBookmark(account, bookmark("labels"), true, now);
    const made = highlight({ note: "as a guest" });
    await saveHighlight(guest, made, now);
    await adoptGuestWork(guest.userId, account.userId);
    const reading = await loadReading(account);
    expect(reading.highlights).toEqual([made]);
    expect(reading.bookmarks).toEqual([bookmark("labels")]);
    expect(reading.progress.map(({ path, share, isFinished }) => [path, share, isFinished]).sort()).toEqual([
      [PATH, 0.8, true],
      ["/framework/model", 0.2, false],
    ]);
    expect((await loadReading(guest)).highlights).toEqual([]);
  });

  it("is not taken from an account", async () => {
    const [victim, account] = [await createViewer(), await createViewer()];
    await saveHighlight(victim, highlight(), now);
    await adoptGuestWork(victim.userId, account.userId);
    expect(await loadReading(account)).toEqual(EMPTY_READING);
  });
});

it("goes with the person", async () => {
  const ada = await createViewer();
  await saveHighlight(ada, highlight(), now);
  await setBookmark(ada, bookmark("labels"), true, now);
  await saveProgress(ada, progress(0.5), now);
  const db = await database();
  await db.user.delete({ where: { id: ada.userId } });
  const where = { ownerId: ada.userId };
  const left = [
    await db.highlight.count({ where }),
    await db.bookmark.count({ where }),
    await db.readingProgress.count({ where }),
  ];
  expect(left).toEqual([0, 0, 0]);
});
