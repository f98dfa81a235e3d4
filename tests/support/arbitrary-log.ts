/** Arbitrary logs of an interview: any events in any order, as the fold must stand them. */
import fc from "fast-check";
import { STAGES } from "@/lib/framework/stages";
import { BOARD_KINDS } from "@/lib/interview/board";
import { type LoggedEvent, VOICES } from "@/lib/interview/events";

const uuid = fc.uuid({ version: 7 });
const stage = fc.constantFrom(...STAGES);
const word = fc.constantFrom("a", "two towers", "recall", "# Data\n", "😀");
const id = fc.constantFrom("one", "two", "three");
const splice = { base: fc.nat(40), index: fc.nat(60), remove: fc.nat(9), insert: word };
const setup = fc.constant({
  caseSlug: "video-recommendation",
  level: "senior",
  mode: "coach",
  lengthMinutes: 45,
  timeMultiplier: 1,
} as const);
const node = fc.record({
  id,
  kind: fc.constantFrom(...BOARD_KINDS),
  label: word,
  x: fc.nat(500),
  y: fc.nat(500),
});
const change = fc.oneof(
  fc.record({ change: fc.constant("add-node" as const), node }),
  fc.record({ change: fc.constant("remove-node" as const), id }),
  fc.record({
    change: fc.constant("add-edge" as const),
    edge: fc.record({ id, from: id, to: id, label: word }),
  }),
);
const about = fc.oneof(
  fc.constant({ about: "unknown" as const }),
  fc.record({ about: fc.constant("fact" as const), id, topic: fc.constant("scale" as const) }),
  fc.record({ about: fc.constant("trigger" as const), id }),
  fc.record({ about: fc.constant("acknowledgement" as const), settled: fc.constant("enough" as const) }),
);
const voice = fc.constantFrom(...VOICES);
const body = fc.oneof(
  fc.record({
    kind: fc.constant("interview-started" as const),
    setup,
    deadlineAtMs: fc.nat(9_999),
    opening: word,
    prompt: word,
  }),
  fc.record({ kind: fc.constant("stage-entered" as const), stage }),
  fc.record({ kind: fc.constant("answer-edited" as const), part: stage, ...splice }),
  fc.record({ kind: fc.constant("note-edited" as const), ...splice }),
  fc.record({ kind: fc.constant("decision-made" as const), base: fc.nat(40), field: id, value: word }),
  fc.record({
    kind: fc.constant("board-changed" as const),
    base: fc.nat(40),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("estimate-saved" as const),
    base: fc.nat(40),
    estimateId: id,
    name: word,
    expression: word,
  }),
  fc.record({ kind: fc.constant("question-asked" as const), text: word }),
  fc.record(
    {
      kind: fc.constant("interviewer-said" as const),
      text: word,
      about,
      replyTo: fc.constant(null),
      voice,
    },
    { requiredKeys: ["kind", "text", "about", "replyTo"] },
  ),
  fc.record(
    { kind: fc.constant("twist-given" as const), twistId: id, text: word, change: word, voice },
    { requiredKeys: ["kind", "twistId", "text", "change"] },
  ),
  fc.constantFrom({ kind: "paused" as const }, { kind: "submitted" as const, by: "candidate" as const }),
  fc.record({ kind: fc.constant("resumed" as const), deadlineAtMs: fc.nat(9_999) }),
  fc.record({
    kind: fc.constant("time-granted" as const),
    timeMultiplier: fc.constantFrom(1, 1.5, 2),
    deadlineAtMs: fc.nat(9_999),
    latestEndMs: fc.nat(19_999),
  }),
);
const envelope = fc.record({
  eventId: uuid,
  origin: fc.constantFrom("taba", "tabb", "server"),
  atMs: fc.nat(9_999),
});
export const logArbitrary = fc
  .array(fc.tuple(envelope, body), { maxLength: 40 })
  .map((list): LoggedEvent[] => list.map(([head, rest], i) => ({ ...head, ...rest, seq: i + 1 })));
