/** The store against a server that is slow, forgetful, gone and shared: nothing typed may get lost or doubled. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/result";
import type { SaveResult } from "@/lib/data/interview/save-events";
import { candidateEventSchema, type LoggedEvent } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { answerText } from "@/lib/interview/state";
import { diffSplice } from "@/lib/interview/text-change";
import { type DraftStorage, memoryDraftStorage } from "./draft-storage";
import { InterviewStore } from "./interview-store";
import { createServerClock } from "./server-clock";
import { type SaveRequest, SEND_AFTER_MS } from "./synchroniser";

const START: LoggedEvent = {
  kind: "interview-started",
  seq: 1,
  eventId: "0197b3c1-7a55-7c3e-9d4f-2b8a6c0d1e2f",
  origin: "server",
  atMs: 0,
  setup: {
    caseSlug: "video-recommendation",
    level: "mid",
    mode: "coach",
    lengthMinutes: 45,
    timeMultiplier: 1,
  },
  deadlineAtMs: Number.MAX_SAFE_INTEGER,
  opening: "Hello",
  prompt: "Design",
};

/** The server's side of saving, in memory. */
class FakeServer {
  log: LoggedEvent[] = [START];
  requests = 0;
  failure: "none" | "down" | "lost-answer" | "signed-out" = "none";
  delayMs = 20;

  save = async (request: SaveRequest): Promise<ActionResult<SaveResult>> => {
    this.requests += 1;
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.failure === "down") throw new TypeError("Failed to fetch");
    if (this.failure === "signed-out") return { ok: false, code: "unauthenticated", message: "Sign in." };
    for (const event of request.events) {
      candidateEventSchema.parse(event);
      if (!this.log.some((known) => known.eventId === event.eventId))
        this.log.push({ ...event, seq: this.log.length + 1 });
    }
    if (this.failure === "lost-answer") throw new TypeError("Failed to fetch");
    const newEvents = this.log.filter((event) => event.seq > request.sinceSeq);
    const accepted = request.events.map((event) => event.eventId);
    return {
      ok: true,
      data: {
        accepted,
        refused: [],
        newEvents,
        lastSeq: this.log.length,
        serverNowMs: Date.now(),
        deadlineAtMs: Number.MAX_SAFE_INTEGER,
        seat: null,
      },
    };
  };
  text = () => answerText(foldEvents(this.log), "data");
}

const stores: InterviewStore[] = [];
let tabCount = 0;
async function openTab(server: FakeServer, storage: DraftStorage = memoryDraftStorage(), adopt = false) {
  const fresh = `tab${tabCount++}x`;
  const store = new InterviewStore({
    interviewId: "i1",
    viewerId: "v1",
    events: [...server.log],
    seat: null,
    storage,
    transport: server.save,
    clock: createServerClock(
      Date.now(),
      () => Date.now(),
      () => Date.now(),
    ),
    claim: async (origins) =>
      adopt && origins[0]
        ? { origin: origins[0], adopted: origins.slice(1) }
        : { origin: fresh, adopted: [] },
    leave: () => {},
    joinTabs: () => ({ tell: () => {}, close: () => {} }),
    outside: {
      isOutdated: () => false,
      isHidden: () => false,
      isOffline: () => false,
      schedule: (run, delayMs) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
  });
  stores.push(store);
  store.open();
  await vi.advanceTimersByTimeAsync(1);
  const text = () => answerText(store.getSnapshot().state, "data");
  const type = (next: string) => {
    const splice = diffSplice(text(), next);
    if (splice) store.write({ kind: "answer-edited", part: "data", ...splice });
  };
  return { store, text, type, append: (more: string) => type(text() + more) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  vi.useRealTimers();
});

describe("one tab", () => {
  test("typing reaches the server within a second, as few events", async () => {
    const server = new FakeServer();
    const tab = await openTab(server);
    for (const letter of "a design") tab.append(letter);
    expect(tab.text()).toBe("a design");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.text()).toBe("a design");
    expect(server.log).toHaveLength(2);
    expect(tab.store.getSnapshot().status.kind).toBe("saved");
  });

  test("later typing wins even when the first save hangs for five seconds", async () => {
    const server = new FakeServer();
    const tab = await openTab(server);
    await vi.advanceTimersByTimeAsync(100);
    server.delayMs = 5_000;
    tab.append("first");
    await vi.advanceTimersByTimeAsync(SEND_AFTER_MS + 10);
    tab.append(" and later");
    tab.type("FIRST and later");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.text()).toBe("FIRST and later");
    expect(tab.text()).toBe("FIRST and later");
  });

  test("ten minutes without a server lose nothing, and all is there soon after it is back", async () => {
    const server = new FakeServer();
    const tab = await openTab(server);
    await vi.advanceTimersByTimeAsync(100);
    server.failure = "down";
    for (let i = 0; i < 300; i++) {
      tab.append(`word${i} `);
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(tab.store.getSnapshot().status.kind).toBe("offline");
    const typed = tab.text();
    server.failure = "none";
    tab.store.hurry();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.text()).toBe(typed);
    expect(tab.store.getSnapshot()).toMatchObject({ unsent: 0, status: { kind: "saved" } });
  });

  test("an answer that gets lost after the commit stores nothing twice", async () => {
    const server = new FakeServer();
    const tab = await openTab(server);
    await vi.advanceTimersByTimeAsync(100);
    server.failure = "lost-answer";
    tab.append("once");
    await vi.advanceTimersByTimeAsync(1_500);
    tab.append(" more");
    await vi.advanceTimersByTimeAsync(5_000);
    server.failure = "none";
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.text()).toBe("once more");
    expect(tab.text()).toBe("once more");
  });

  test("a request that is never answered is given up and sent again, and nothing is stored twice", async () => {
    const server = new FakeServer();
    const tab = await openTab(server);
    await vi.advanceTimersByTimeAsync(100);
    server.delayMs = 3_600_000;
    tab.append("hung");
    await vi.advanceTimersByTimeAsync(10_000);
    server.delayMs = 20;
    await vi.advanceTimersByTimeAsync(12_000);
    expect(server.text()).toBe("hung");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(server.text()).toBe("hung");
    expect(tab.text()).toBe("hung");
  });

  test("a session that ends loses nothing: after signing in again all is sent", async () => {
    const server = new FakeServer();
    const tab = await openTab(server);
    server.failure = "signed-out";
    tab.append("kept");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(tab.store.getSnapshot().status.kind).toBe("signed-out");
    tab.append(" on typing");
    server.failure = "none";
    tab.store.hurry();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.text()).toBe("kept on typing");
  });
});

test("every key is given to the browser's storage in the moment it is typed", async () => {
  const server = new FakeServer();
  const kept: string[] = [];
  const memory = memoryDraftStorage();
  const put: DraftStorage["put"] = (draft) => {
    if (draft.event.kind === "answer-edited") kept.push(draft.event.insert);
    return memory.put(draft);
  };
  const { append } = await openTab(server, { ...memory, put });
  for (const key of "Key") append(key);
  // No timer has run and no promise has settled since the first of them.
  expect(kept).toEqual(["K", "Ke", "Key"]);
});

describe("a tab that comes back", () => {
  test("after a crash before anything was sent, the drafts are shown and sent", async () => {
    const server = new FakeServer();
    const storage = memoryDraftStorage();
    const crashed = await openTab(server, storage);
    server.failure = "down";
    crashed.append("typed just before");
    await vi.advanceTimersByTimeAsync(5);
    crashed.store.close();
    server.failure = "none";
    const back = await openTab(server, storage, true);
    expect(back.text()).toBe("typed just before");
    back.append(" and after");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.text()).toBe("typed just before and after");
    expect(await storage.list("i1")).toEqual([]);
  });

  test("a crash after the commit but before the answer does not repeat the text", async () => {
    const server = new FakeServer();
    const storage = memoryDraftStorage();
    const crashed = await openTab(server, storage);
    server.failure = "lost-answer";
    crashed.append("sent");
    await vi.advanceTimersByTimeAsync(1_000);
    crashed.store.close();
    server.failure = "none";
    const back = await openTab(server, storage, true);
    await vi.advanceTimersByTimeAsync(500);
    expect(back.text()).toBe("sent");
    expect(server.text()).toBe("sent");
  });
});

test("two tabs typing at once both end with all of both", async () => {
  const server = new FakeServer();
  const one = await openTab(server);
  const two = await openTab(server);
  one.append("Alpha. ");
  await vi.advanceTimersByTimeAsync(12_000);
  expect(two.text()).toBe("Alpha. ");
  one.type("Intro. Alpha. ");
  two.append("Beta. ");
  two.append("Gamma. ");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(server.text()).toBe("Intro. Alpha. Beta. Gamma. ");
  expect(one.text()).toBe(server.text());
  expect(two.text()).toBe(server.text());
});
