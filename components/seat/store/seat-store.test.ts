import { afterEach, describe, expect, it, vi } from "vitest";
import { createServerClock } from "@/components/interview/store/server-clock";
import type { ActionResult } from "@/lib/actions/result";
import type { SeatNews } from "@/lib/data/seat/read-seat-news";
import type { SpeechInput } from "@/lib/data/seat/speak-as-partner";
import type { LoggedEvent } from "@/lib/interview/events";
import type { SheetMark } from "@/lib/learning/scoring-sheet";
import { POLL_MS, SeatStore } from "./seat-store";
import { SheetStore } from "./sheet-store";

vi.useFakeTimers();
afterEach(() => vi.clearAllTimers());

const schedule = (run: () => void, delayMs: number) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};
const note = (seq: number): LoggedEvent => ({
  ...{ kind: "note-edited", eventId: `e${seq}`, origin: "tab1", atMs: seq, seq },
  ...{ base: 0, index: 0, remove: 0, insert: "" },
});
const ok = <T>(data: T): ActionResult<T> => ({ ok: true, data });
const fine: SeatNews = { newEvents: [], serverNowMs: 0, isSitting: true, isSubmitted: false };

function open(news: (sinceSeq: number) => ActionResult<SeatNews> | "down") {
  const spoken: SpeechInput[] = [];
  const asked: number[] = [];
  let failuresToSpeak = 0;
  const store = new SeatStore({
    seatId: "s1",
    events: [note(1)],
    isSitting: true,
    clock: createServerClock(
      0,
      () => 0,
      () => 0,
    ),
    schedule,
    actions: {
      async news({ sinceSeq }) {
        asked.push(sinceSeq);
        const answer = news(sinceSeq);
        if (answer === "down") throw new TypeError("Failed to fetch");
        return answer;
      },
      async speak(input) {
        spoken.push(input);
        if (failuresToSpeak-- > 0) throw new TypeError("Failed to fetch");
        return ok({ lastSeq: 2 });
      },
      occupy: async () => ok(undefined),
    },
  });
  const failSpeaking = (times: number) => {
    failuresToSpeak = times;
  };
  return { store, spoken, asked, failSpeaking };
}

describe("a partner's view of the interview", () => {
  it("asks each second from where it stands, and again at once when a part is missing", async () => {
    const answers = [[note(2)], [note(5)], [note(3), note(4), note(5)]];
    const { store, asked } = open(() => ok({ ...fine, newEvents: answers.shift() ?? [] }));
    store.open();
    await vi.advanceTimersByTimeAsync(POLL_MS + 1);
    expect(asked).toEqual([1, 2, 2]);
    expect(store.getSnapshot().state.seq).toBe(5);
    store.close();
    await vi.advanceTimersByTimeAsync(10 * POLL_MS);
    expect(asked).toHaveLength(3);
  });

  it("says when the server is out of reach, and goes on when it is back", async () => {
    let isDown = true;
    const { store } = open(() => (isDown ? "down" : ok(fine)));
    store.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getSnapshot().connection).toBe("lost");
    isDown = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.getSnapshot()).toMatchObject({ connection: "live", isSitting: true });
  });

  it("stops asking once the seat is closed or the interview is over", async () => {
    const closed = open(() => ({ ok: false, code: "not-found", message: "" }));
    const over = open(() => ok({ ...fine, isSubmitted: true, isSitting: false }));
    for (const { store } of [closed, over]) store.open();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([closed.asked.length, over.asked.length]).toEqual([1, 1]);
    expect(closed.store.getSnapshot()).toMatchObject({ connection: "ended", isSitting: false });
    expect(over.store.getSnapshot().connection).toBe("over");
  });

  it("keeps a suggestion until the script was asked again", async () => {
    const suggestion = { speech: { say: "trigger", id: "why" }, text: "Why?" } as const;
    const answers: SeatNews[] = [{ ...fine, suggestion }, fine, { ...fine, suggestion: null }];
    const { store } = open(() => ok(answers.shift() ?? fine));
    store.open();
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(i === 0 ? 0 : POLL_MS);
      seen.push(store.getSnapshot().suggestion);
    }
    expect(seen).toEqual([suggestion, suggestion, null]);
  });

  it("sends what is said under one id until it is answered, and says so when it never is", async () => {
    const { store, spoken, failSpeaking } = open(() => ok(fine));
    failSpeaking(2);
    const said = store.speak({ say: "remark", text: "Go on." }, null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await said).toBeNull();
    expect(spoken).toHaveLength(3);
    expect(new Set(spoken.map(({ eventId }) => eventId)).size).toBe(1);
    failSpeaking(99);
    const lost = store.speak({ say: "remark", text: "Go on." }, null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await lost).toContain("not sent");
  });
});

describe("a partner's scoring sheet", () => {
  const mark = (note: string, value: SheetMark["mark"] = null): SheetMark => ({
    ...{ pointId: "p1", mark: value, note },
  });

  function sheet(answer: () => Promise<ActionResult<void>>) {
    const saved: SheetMark[] = [];
    const store = new SheetStore({
      ...{ seatId: "s1", marks: [], schedule },
      save: async ({ seatId: _, ...rest }) => {
        saved.push(rest);
        return answer();
      },
    });
    return { store, saved };
  }

  it("saves the last of quick changes, and of a change during a save that one too", async () => {
    const { store, saved } = sheet(
      () => new Promise((resolve) => setTimeout(() => resolve(ok(undefined)), 500)),
    );
    store.write(mark("a"));
    store.write(mark("ab"));
    await vi.advanceTimersByTimeAsync(450);
    store.write(mark("abc", 1));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual([mark("ab"), mark("abc", 1)]);
    expect(store.getSnapshot().status).toBe("Saved");
  });

  it("tries again after a failure, and stops when it was taken", async () => {
    let answer: () => Promise<ActionResult<void>> = async () =>
      Promise.reject(new TypeError("Failed to fetch"));
    const { store, saved } = sheet(() => answer());
    store.write(mark("a"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getSnapshot().status).toContain("Not saved");
    answer = async () => ok(undefined);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.getSnapshot().status).toBe("Saved");
    answer = async () => ({ ok: false, code: "closed", message: "The sheet was taken." });
    store.write(mark("b"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.getSnapshot().status).toBe("The sheet was taken.");
    expect(saved).toHaveLength(3);
  });
});
