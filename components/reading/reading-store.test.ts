import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_READING, type Highlight, type Reading } from "@/lib/reading/reading";
import { type ReadingActions, ReadingStore } from "./reading-store";

const highlight = (id: string, note = ""): Highlight => ({
  id,
  path: "/framework/data",
  anchor: "labels",
  heading: "Labels",
  quote: "A label is a decision.",
  prefix: "",
  suffix: "",
  note,
  createdAt: "2026-11-29T10:00:00.000Z",
});
const marks = (...highlights: Highlight[]): Reading => ({ ...EMPTY_READING, highlights });
const ok = () => Promise.resolve({ ok: true as const, data: undefined });

let stored: string | null;
/** What /api/reading answers. */
let answer: () => Promise<unknown>;
const onDevice = () =>
  stored === null ? null : (JSON.parse(stored) as Reading).highlights.map(({ id }) => id);
const account = (reading: Reading) => () => Promise.resolve({ account: { isGuest: false, reading } });

function actionsWith(over: Partial<ReadingActions> = {}): ReadingActions {
  const all = { saveProgress: ok, forgetProgress: ok, setBookmark: ok, saveHighlight: ok };
  return { ...all, deleteHighlight: ok, mergeReading: ok, ...over };
}

beforeEach(() => {
  stored = null;
  vi.stubGlobal("window", { addEventListener: () => {}, removeEventListener: () => {} });
  vi.stubGlobal("localStorage", {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value;
    },
    removeItem: () => {
      stored = null;
    },
  });
  vi.stubGlobal("fetch", async () => ({ json: () => answer() }));
});
afterEach(() => vi.unstubAllGlobals());

const ids = (store: ReadingStore) => store.snapshot().reading.highlights.map(({ id }) => id);

describe("without a session", () => {
  it("keeps everything on the device and sends nothing", async () => {
    answer = () => Promise.resolve({ account: null });
    const saveHighlight = vi.fn(ok);
    const store = new ReadingStore();
    await store.refresh(actionsWith({ saveHighlight }));
    await store.putHighlight(highlight("a"));
    expect(store.snapshot().place).toBe("device");
    expect(onDevice()).toEqual(["a"]);
    await store.deleteHighlight("a");
    expect(stored).toBeNull();
    expect(saveHighlight).not.toHaveBeenCalled();
  });

  it("goes on with what an unknown version of the page wrote", async () => {
    answer = () => Promise.resolve({ account: null });
    stored = '{"highlights":[{"id":1},null],"progress":"no"}';
    const store = new ReadingStore();
    await store.refresh(actionsWith());
    expect(store.snapshot().reading).toEqual(EMPTY_READING);
  });
});

describe("with a session", () => {
  it("hands over what the device kept and clears it", async () => {
    stored = JSON.stringify(marks(highlight("a")));
    let merged: Reading = EMPTY_READING;
    answer = () => account(merged)();
    const mergeReading = vi.fn(() => {
      merged = marks(highlight("a"));
      return ok();
    });
    const store = new ReadingStore();
    await store.refresh(actionsWith({ mergeReading }));
    expect(mergeReading).toHaveBeenCalledOnce();
    expect(stored).toBeNull();
    expect(ids(store)).toEqual(["a"]);
  });

  it("keeps on the device what the merge did not take", async () => {
    stored = JSON.stringify(marks(highlight("a")));
    answer = account(EMPTY_READING);
    const store = new ReadingStore();
    await store.refresh(actionsWith({ mergeReading: () => Promise.reject(new Error("offline")) }));
    expect(onDevice()).toEqual(["a"]);
  });

  it("keeps on the device what could not be sent, and shows it", async () => {
    answer = account(EMPTY_READING);
    const store = new ReadingStore();
    await store.refresh(actionsWith({ saveHighlight: () => Promise.reject(new Error("offline")) }));
    await store.putHighlight(highlight("a"));
    expect(onDevice()).toEqual(["a"]);
    expect(ids(store)).toEqual(["a"]);
  });

  it("goes on showing what it knows when the server cannot be asked again", async () => {
    answer = account(marks(highlight("a")));
    const store = new ReadingStore();
    await store.refresh(actionsWith());
    answer = () => Promise.reject(new Error("offline"));
    await store.refresh(actionsWith());
    expect(ids(store)).toEqual(["a"]);
    expect(store.snapshot().place).toBe("account");
  });

  it("takes back what the server refuses, and says why", async () => {
    answer = account(EMPTY_READING);
    const store = new ReadingStore();
    const refused = { ok: false as const, code: "closed" as const, message: "500 are the most." };
    await store.refresh(actionsWith({ saveHighlight: () => Promise.resolve(refused) }));
    await store.putHighlight(highlight("a"));
    expect(ids(store)).toEqual([]);
    expect(store.snapshot().problem).toBe("500 are the most.");
    expect(stored).toBeNull();
  });

  it("takes back only what was refused, not what was marked since", async () => {
    answer = account(EMPTY_READING);
    const store = new ReadingStore();
    let refuse: () => void = () => {};
    const refused = { ok: false as const, code: "closed" as const, message: "500 are the most." };
    const saveHighlight = ({ id }: Highlight) =>
      id === "a" ? new Promise<typeof refused>((resolve) => (refuse = () => resolve(refused))) : ok();
    await store.refresh(actionsWith({ saveHighlight }));
    const first = store.putHighlight(highlight("a"));
    await store.putHighlight(highlight("b"));
    refuse();
    await first;
    expect(ids(store)).toEqual(["b"]);
  });

  it("does not lose a change to an answer that is older than it", async () => {
    let release: (body: unknown) => void = () => {};
    answer = account(EMPTY_READING);
    const store = new ReadingStore();
    await store.refresh(actionsWith());
    answer = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    const refreshed = store.refresh(actionsWith());
    await store.putHighlight(highlight("a"));
    release({ account: { isGuest: false, reading: EMPTY_READING } });
    await refreshed;
    expect(ids(store)).toEqual(["a"]);
  });

  it("restores what could not be deleted", async () => {
    answer = account(marks(highlight("a")));
    const store = new ReadingStore();
    await store.refresh(actionsWith({ deleteHighlight: () => Promise.reject(new Error("offline")) }));
    await store.deleteHighlight("a");
    expect(ids(store)).toEqual(["a"]);
    expect(store.snapshot().problem).toContain("could not be deleted");
  });

  it("sends progress once for many scrolls", async () => {
    answer = account(EMPTY_READING);
    const saveProgress = vi.fn(ok);
    const store = new ReadingStore();
    await store.refresh(actionsWith({ saveProgress }));
    for (const share of [0.1, 0.2, 0.3])
      store.recordProgress({
        path: "/framework/data",
        anchor: "labels",
        heading: "Labels",
        share,
        isFinished: false,
        updatedAt: "2026-11-29T10:00:00.000Z",
      });
    store.sendProgress();
    store.sendProgress();
    expect(saveProgress.mock.calls).toMatchObject([[{ share: 0.3 }]]);
  });
});
