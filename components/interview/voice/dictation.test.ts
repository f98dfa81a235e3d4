import { describe, expect, it } from "vitest";
import { Dictation, type DictationState, type Recogniser } from "./dictation";
import { joinSpoken, spokenAt } from "./join-spoken";

/** A recogniser that does what it is told, and a clock that moves by hand. */
function setUp() {
  const started: Recogniser[] = [];
  const words: string[] = [];
  const states: DictationState[] = [];
  const clock = { now: 0 };
  const recogniser: Recogniser = {
    lang: "",
    continuous: false,
    interimResults: false,
    onresult: null,
    onerror: null,
    onend: null,
    start: () => started.push(recogniser),
    stop: () => {},
    abort: () => {},
  };
  const dictation = new Dictation({
    create: () => recogniser,
    onWords: (heard) => words.push(heard),
    onState: (state) => states.push(state),
    now: () => clock.now,
  });
  const hear = (transcript: string, isFinal = true) =>
    recogniser.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
  return { dictation, recogniser, started, words, states, clock, hear };
}

describe("dictation", () => {
  it("goes on after a silence: a pause never ends a turn", () => {
    const { dictation, recogniser, started, words, clock, hear } = setUp();
    dictation.start();
    hear("we train on long watches");
    for (const at of [9_000, 40_000, 90_000]) {
      clock.now = at;
      recogniser.onerror?.({ error: "no-speech" });
      recogniser.onend?.();
    }
    hear("because clicks reward thumbnails");
    expect(started).toHaveLength(4);
    expect(words).toEqual(["we train on long watches", "because clicks reward thumbnails"]);
  });

  it("shows what it is not sure of yet, and hands over only what will not change", () => {
    const { dictation, states, words, hear } = setUp();
    dictation.start();
    hear("we train on wat", false);
    expect(states.at(-1)).toEqual({ kind: "listening", interim: "we train on wat" });
    expect(words).toEqual([]);
  });

  it("ends when it is told to, and does not start again", () => {
    const { dictation, recogniser, started, states } = setUp();
    dictation.start();
    dictation.stop();
    recogniser.onend?.();
    expect(started).toHaveLength(1);
    expect(states.at(-1)).toEqual({ kind: "off" });
  });

  it.each([
    ["not-allowed", "denied"],
    ["audio-capture", "no-microphone"],
    ["network", "unreachable"],
  ])("says why it cannot: %s", (error, problem) => {
    const { dictation, recogniser, started, states } = setUp();
    dictation.start();
    recogniser.onerror?.({ error });
    recogniser.onend?.();
    expect(states.at(-1)).toEqual({ kind: "failed", problem });
    expect(started).toHaveLength(1);
  });

  it("gives up on a recogniser that ends as soon as it starts", () => {
    const { dictation, recogniser, started, states } = setUp();
    dictation.start();
    for (let i = 0; i < 9; i++) recogniser.onend?.();
    expect(started).toHaveLength(3);
    expect(states.at(-1)).toEqual({ kind: "failed", problem: "unreachable" });
  });
});

describe("spoken words joined to written ones", () => {
  it.each([
    ["", "we rank", "We rank"],
    ["We rank", "by value", " by value"],
    ["We rank.", "then we filter", " Then we filter"],
    ["We rank.\n", "then", "Then"],
    ["- ", "first a baseline", "First a baseline"],
    ["Three stages: ", "retrieval", "retrieval"],
    ["Done", "new line", "\n"],
    ["Done", "Next point.", "\n- "],
    ["Done\n- ", "first a baseline", "First a baseline"],
    ["Done", "  ", ""],
  ])("%j and %j", (before, spoken, expected) => {
    expect(joinSpoken(before, spoken)).toBe(expected);
  });
});

it("spoken words go where the caret is, or to the end", () => {
  expect(spokenAt("We rank. We filter.", 8, "then we wait.")).toEqual({ index: 8, insert: " Then we wait." });
  expect(spokenAt("We rank.", 0, "then")).toEqual({ index: 8, insert: " Then" });
  expect(spokenAt("", 0, "first")).toEqual({ index: 0, insert: "First" });
});
