import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/interviews/[id]/speech/route";
import { currentViewer } from "@/lib/auth/viewer";
import { loadCase } from "@/lib/content/load";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { letInterviewerSpeak } from "@/lib/data/interview/let-interviewer-speak";
import { saveEvents } from "@/lib/data/interview/save-events";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import type { Spoken } from "@/lib/data/speech/channel";
import { watchSpeech } from "@/lib/data/speech/watch-speech";
import { foldEvents } from "@/lib/interview/fold";
import { log } from "@/lib/log";
import type { Viewer } from "@/lib/viewer";
import { type FakeLlm, startFakeLlm } from "../support/fake-llm";
import { promptOf, systemOf } from "../support/fake-llm-words";
import { createViewer } from "../support/people";

vi.mock("@/lib/auth/viewer", () => ({ currentViewer: vi.fn() }));
// Listening rests in real time; what it rests for is not the subject here.
vi.mock("@/lib/data/interview/listening", () => ({
  mayListen: () => true,
  rationed: (_id: string, _nowMs: number, listen: () => unknown) => listen(),
}));

const start = new Date("2026-11-22T10:00:00Z");
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

let fake: FakeLlm;
let leave: AbortController;
beforeAll(async () => {
  fake = await startFakeLlm();
  Object.assign(process.env, {
    LLM_PROVIDER: "openai-compatible",
    LLM_BASE_URL: fake.url,
    LLM_MODEL: "good",
    LLM_TASKS: "voice",
    LLM_DEADLINE_SECONDS: "1",
    LLM_FIRST_TOKEN_SECONDS: "0.5",
  });
});
afterAll(() => fake.close());
beforeEach(async () => {
  vi.spyOn(log, "warn").mockImplementation(() => {});
  leave = new AbortController();
  fake.mode = null;
  fake.requests.length = 0;
  await (await database()).languageModelBreaker.deleteMany();
});
afterEach(() => leave.abort());

const naive = Object.values(
  loadCase("video-recommendation").answers.find(({ name }) => name.includes("jumps-to-the-model"))?.stages ??
    {},
).join("\n\n");

/** An exam in which a model is named before anything else: the script has something to say about that. */
async function startAndWrite(viewer: Viewer): Promise<string> {
  const setup = { caseSlug: "video-recommendation", level: "mid", mode: "exam" } as const;
  const { interviewId } = await startInterview(
    viewer,
    { ...setup, lengthMinutes: 45, timeMultiplier: 1 },
    start,
  );
  const common = { origin: "tab1", atMs: at(20).getTime(), eventId: randomUUID() };
  const edit = { ...common, kind: "answer-edited", part: "whole", base: 0, index: 0, remove: 0 };
  const events = [{ ...edit, insert: naive }];
  await saveEvents(viewer, { interviewId, sinceSeq: 0, events }, at(30));
  return interviewId;
}

const logOf = async (interviewId: string) => readEvents(await database(), interviewId, 0);
async function lastSaid(interviewId: string) {
  const event = (await logOf(interviewId)).at(-1);
  if (event?.kind !== "interviewer-said") throw new Error("nothing was said");
  return event;
}

async function speakIn(mode: string | null, watcher: (spoken: Spoken) => void = () => {}) {
  const viewer = await createViewer();
  const interviewId = await startAndWrite(viewer);
  fake.mode = mode;
  await watchSpeech(viewer, interviewId, watcher, leave);
  expect(await letInterviewerSpeak(viewer, interviewId, at(90))).toBe(true);
  return { viewer, interviewId, said: await lastSaid(interviewId) };
}

describe("a language model's voice", () => {
  it("says what the script decided, in words that are watched while they come, and the log holds what was said", async () => {
    const heard: Spoken[] = [];
    const { said, interviewId } = await speakIn("good", (spoken) => heard.push(spoken));
    expect(said).toMatchObject({ voice: "model", about: { about: "trigger" } });
    expect(said.text).toMatch(/^Before you go on: .*\?$/);
    const texts = heard.flatMap((spoken) => (spoken ? [spoken.text] : []));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.every((text) => said.text.startsWith(text))).toBe(true);
    expect(heard.at(-1)).toBeNull();
    expect(await (await database()).speech.count()).toBe(0);
    const events = await logOf(interviewId);
    expect(foldEvents(events).thread.at(-1)).toMatchObject({ text: said.text, voice: "model" });
  });

  it("is told the sentence and the candidate's text as data, and neither rubric nor facts", async () => {
    await speakIn("good");
    const [seen] = fake.requests;
    if (!seen) throw new Error("nothing was asked");
    expect(promptOf(seen)).toMatch(/<<<ANSWER [0-9a-f]{24}\n\| /);
    expect(`${systemOf(seen)}${promptOf(seen)}`).not.toMatch(/100 million a day|exemplar|retention/i);
    expect(seen.body).not.toHaveProperty("tools");
  });

  it.each([
    ["cut", "cut"],
    ["stall", "time"],
    ["hang", "time"],
    ["500", "server"],
    ["429", "rate-limit"],
    ["leak", "wording"],
    ["two-questions", "wording"],
  ])("that ends in %s leaves the floor to the script, which says why", async (mode, failure) => {
    const heard: Spoken[] = [];
    const { said, interviewId } = await speakIn(mode, (spoken) => heard.push(spoken));
    expect(said).toMatchObject({ voiceFailure: failure, about: { about: "trigger" } });
    expect(said).not.toHaveProperty("voice");
    expect(said.text).toMatch(/\?$/);
    expect(said.text).not.toContain("Before you go on");
    expect(JSON.stringify(heard)).not.toContain("987");
    expect(foldEvents(await logOf(interviewId)).thread.at(-1)).toMatchObject({ voiceFailure: failure });
  });

  it("of a server that is killed in the middle of a sentence leaves the floor to the script, too", async () => {
    const dying = await startFakeLlm();
    // Its place is taken: the same address, so that the settings hold.
    const port = Number(new URL(fake.url).port);
    await Promise.all([fake.close(), dying.close()]);
    fake = await startFakeLlm(port);
    const { said } = await speakIn("stall", (spoken) => {
      if (spoken && spoken.text.split(" ").length > 3) void fake.close();
    });
    expect(said).toMatchObject({ voiceFailure: "cut" });
    fake = await startFakeLlm(port);
  });

  it("whose own process was killed is finished by the next one that looks, once", async () => {
    const viewer = await createViewer();
    const interviewId = await startAndWrite(viewer);
    const { said } = await speakIn("good");
    const scripted = {
      ...said,
      seq: undefined,
      eventId: randomUUID(),
      text: "Why this model?",
      voice: undefined,
    };
    const row = { interviewId, eventId: scripted.eventId, scripted: JSON.parse(JSON.stringify(scripted)) };
    const db = await database();
    await db.speech.create({ data: { ...row, text: "So why", expiresAt: at(95) } });
    // While it may still be alive nobody else begins.
    expect(await letInterviewerSpeak(viewer, interviewId, at(90))).toBe(false);
    expect(await letInterviewerSpeak(viewer, interviewId, at(96))).toBe(true);
    expect(await lastSaid(interviewId)).toMatchObject({ text: "Why this model?", voiceFailure: "cut" });
    await db.speech.create({ data: { ...row, expiresAt: at(97) } });
    expect(await letInterviewerSpeak(viewer, interviewId, at(98))).toBe(false);
  });

  it("can be watched by the owner of the interview alone", async () => {
    const interviewId = await startAndWrite(await createViewer());
    const watching = watchSpeech(await createViewer(), interviewId, () => {}, leave);
    await expect(watching).rejects.toMatchObject({ code: "not-found" });
  });

  it("is not watched for somebody who left before watching began", async () => {
    const viewer = await createViewer();
    const interviewId = await startAndWrite(viewer);
    const timers = vi.spyOn(globalThis, "setInterval");
    const watching = watchSpeech(viewer, interviewId, () => {}, leave);
    leave.abort();
    await watching;
    expect(timers.mock.calls.filter(([, everyMs]) => everyMs === 1_000)).toEqual([]);
  });

  it.each([
    [
      "the interview is submitted",
      (viewer: Viewer, interviewId: string) => submitInterview(viewer, interviewId, at(40)),
    ],
    [
      "the session is over",
      async ({ sessionId }: Viewer) => (await database()).session.delete({ where: { id: sessionId } }),
    ],
  ])("is not watched any more once %s", async (_, end) => {
    const viewer = await createViewer();
    const interviewId = await startAndWrite(viewer);
    await watchSpeech(viewer, interviewId, () => {}, leave);
    await end(viewer, interviewId);
    await vi.waitFor(() => expect(leave.signal.aborted).toBe(true), { timeout: 10_000 });
    const again = watchSpeech(viewer, interviewId, () => {}, new AbortController());
    await expect(again).rejects.toMatchObject({ code: "not-found" });
  });

  it("is watched by one person a few times at once at most, and again after one of them has left", async () => {
    const viewer = await createViewer();
    const interviewId = await startAndWrite(viewer);
    const streams = Array.from({ length: 8 }, () => new AbortController());
    for (const stream of streams) await watchSpeech(viewer, interviewId, () => {}, stream);
    const more = () => watchSpeech(viewer, interviewId, () => {}, leave);
    await expect(more()).rejects.toMatchObject({ code: "rate-limited" });
    streams[0]?.abort();
    await more();
    for (const stream of streams) stream.abort();
  });

  it("comes to the browser as a stream that begins at once and ends when the browser leaves", async () => {
    const viewer = await createViewer();
    const interviewId = await startAndWrite(viewer);
    const open = (who: Viewer | null, signal: AbortSignal) => {
      vi.mocked(currentViewer).mockResolvedValue(who);
      const request = new Request("http://localhost/", { signal });
      return GET(request, { params: Promise.resolve({ id: interviewId }) });
    };
    expect((await open(null, leave.signal)).status).toBe(401);
    expect((await open(await createViewer(), leave.signal)).status).toBe(404);
    for (let i = 0; i < 10; i++) {
      const tab = new AbortController();
      const reader = (await open(viewer, tab.signal)).body?.getReader();
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(": listening\n\n");
      if (i % 2 === 0) await reader?.cancel();
      else tab.abort();
      expect((await reader?.read())?.done).toBe(true);
    }
  });

  it("does not judge: with LLM_TASKS=voice no interview waits for a second grade", async () => {
    expect(await (await database()).secondGradeJob.count()).toBe(0);
  });
});
