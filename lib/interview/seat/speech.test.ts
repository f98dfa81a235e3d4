import { describe, expect, it } from "vitest";
import { interviewerSchema } from "@/lib/content/schemas/interviewer";
import type { LoggedEvent, ServerEventBody } from "@/lib/interview/events";
import { foldEvents } from "@/lib/interview/fold";
import { redactEvent, redactForPartner } from "@/lib/interview/redact";
import type { InterviewState } from "@/lib/interview/state";
import { pendingQuestions } from "./pending-questions";
import { partnerSays, type Speech, speechSchema } from "./speech";

const asked = ["how many users", "what is the scale", "size of the user base", "the daily users"];
const script = interviewerSchema.parse({
  opening: "Hello, I am your interviewer today.",
  facts: [
    {
      ...{ id: "scale", topic: "scale", question: "How many users are there?", askedAs: asked },
      ...{ answer: "A hundred million people a day.", ifNeverAsked: "The design goes wrong here." },
    },
  ],
  triggers: [
    {
      id: "no-objective",
      kind: "probe",
      when: { missing: ["objective"] },
      question: "What is the objective?",
    },
  ],
  twists: [
    {
      ...{ id: "tenfold", when: { shareOfTimeAtLeast: 0.5 }, stages: ["serve"] },
      ...{ announce: "The catalogue is ten times larger from now on.", change: "catalogue times ten" },
      check: "Ten times as much now. What is different in your design?",
      adaptedBy: ["We shard the index over ten machines.", "Each shard returns its best candidates."],
    },
  ],
});
const setup = {
  ...{ caseSlug: "video-recommendation", level: "senior", mode: "exam", lengthMinutes: 45 },
  timeMultiplier: 1,
} as const;
const id = (seq: number) => `00000000-0000-7000-8000-${String(seq).padStart(12, "0")}`;

/** A log that grows by what is said; every partner's line goes through partnerSays. */
function conversation() {
  const log: LoggedEvent[] = [];
  const add = (body: object) => {
    const seq = log.length + 1;
    log.push({ eventId: id(seq), origin: "tab1", atMs: seq * 1_000, seq, ...body } as LoggedEvent);
    return id(seq);
  };
  add({
    kind: "interview-started",
    setup,
    deadlineAtMs: 9e6,
    opening: "Hello.",
    prompt: "Recommend videos.",
  });
  const state = (): InterviewState => foldEvents(log);
  return {
    log,
    state,
    ask: (text: string) => add({ kind: "question-asked", text }),
    reply: (replyTo: string, text: string) => add({ kind: "reply-given", replyTo, text }),
    note: (insert: string) => add({ kind: "note-edited", base: 1, index: 0, remove: 0, insert }),
    say(speech: Speech, replyTo: string | null = null): ServerEventBody | null {
      const body = partnerSays(script, state(), speech, replyTo);
      if (body) add(body);
      return body;
    },
  };
}

describe("what a partner says", () => {
  it("from the script has the script's words, and a told fact is learnt", () => {
    const { say, ask, state } = conversation();
    const question = ask("How many people?");
    expect(pendingQuestions(state())).toHaveLength(1);
    say({ say: "fact", id: "scale" }, question);
    expect(pendingQuestions(state())).toEqual([]);
    expect(state().facts).toMatchObject([{ id: "scale", text: "A hundred million people a day." }]);
    expect(state().thread.at(-1)).toMatchObject({ voice: "partner", role: "answer", replyTo: question });
  });

  it("happens once: a line of the script is not said twice, an unknown one not at all", () => {
    const { say } = conversation();
    const lines = [
      { say: "fact", id: "scale" },
      { say: "trigger", id: "no-objective" },
      { say: "twist", id: "tenfold" },
    ] as const;
    for (const line of lines) expect(say(line)).not.toBeNull();
    for (const line of lines) expect(say(line)).toBeNull();
    expect(say({ say: "fact", id: "unheard-of" })).toBeNull();
    expect(say({ say: "trigger", id: "unheard-of" })).toBeNull();
  });

  it("in their own words waits for a reply when it is a question, and only then", () => {
    const { say, state, reply } = conversation();
    say({ say: "remark", text: "Take your time." });
    expect(state().prompted).toEqual([]);
    say({ say: "question", text: "And who pays for it?" });
    expect(state().prompted).toMatchObject([{ kind: "trigger", settled: null }]);
    reply(state().prompted[0]?.entryId ?? "", "The advertisers do.");
    say({ say: "settle", settled: "enough" });
    expect(state().prompted).toMatchObject([{ settled: "enough" }]);
    expect(say({ say: "settle", settled: "enough" })).toBeNull();
  });

  it("settles what was open before: as enough when it was replied to, else as let go", () => {
    const { say, state, reply } = conversation();
    say({ say: "question", text: "Who pays for it?" });
    say({ say: "trigger", id: "no-objective" });
    reply(state().prompted[1]?.entryId ?? "", "Long watches.");
    say({ say: "twist", id: "tenfold" });
    expect(state().prompted.map(({ settled }) => settled)).toEqual(["let-go", "enough", null]);
  });

  it("answers only what waits for an answer", () => {
    const { say, ask, state } = conversation();
    const question = ask("Is there a budget?");
    say({ say: "remark", text: "There is none." }, question);
    say({ say: "remark", text: "Really none." }, question);
    say({ say: "remark", text: "Hello." }, id(77));
    expect(
      state()
        .thread.slice(-3)
        .map(({ replyTo }) => replyTo),
    ).toEqual([question, null, null]);
  });

  it("is refused when it is empty or cannot be stored", () => {
    for (const text of ["", "  \n", "a\u0000b", "x".repeat(1_001)])
      expect(speechSchema.safeParse({ say: "remark", text }).success).toBe(false);
  });
});

describe("what each side may see", () => {
  it("of the partner's lines: the candidate's browser gets no id of a trigger or a twist", () => {
    const { say, log } = conversation();
    say({ say: "trigger", id: "no-objective" });
    say({ say: "twist", id: "tenfold" });
    const sent = JSON.stringify(log.map(redactEvent));
    for (const secret of ["no-objective", "tenfold", "catalogue times ten"])
      expect(sent).not.toContain(secret);
    expect(sent).toContain('"voice":"partner"');
  });

  it("of the candidate's notes: the partner gets none, and no seq is missing", () => {
    const { note, say, log } = conversation();
    note("I have no idea what an embedding is.");
    say({ say: "remark", text: "Hello." });
    const sent = log.map(redactForPartner);
    expect(JSON.stringify(sent)).not.toContain("embedding");
    expect(foldEvents(sent)).toMatchObject({ seq: log.length, notes: { text: "" } });
  });
});
