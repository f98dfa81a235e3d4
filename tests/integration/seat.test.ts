import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadCase } from "@/lib/content/load";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { database } from "@/lib/data/database";
import { readEvents } from "@/lib/data/interview/event-rows";
import { letInterviewerSpeak } from "@/lib/data/interview/let-interviewer-speak";
import { loadInterview } from "@/lib/data/interview/load-interview";
import { saveEvents } from "@/lib/data/interview/save-events";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { loadReport } from "@/lib/data/report/load-report";
import { endSeat } from "@/lib/data/seat/end-seat";
import { exportSeats } from "@/lib/data/seat/export-seats";
import { invitePartner } from "@/lib/data/seat/invite-partner";
import { loadSeat } from "@/lib/data/seat/load-seat";
import { occupySeat } from "@/lib/data/seat/occupy-seat";
import { readPartnerComparisons } from "@/lib/data/seat/read-partner-comparisons";
import { readSeatNews } from "@/lib/data/seat/read-seat-news";
import { saveMark } from "@/lib/data/seat/save-mark";
import { speakAsPartner } from "@/lib/data/seat/speak-as-partner";
import { checkOffer, takeSeat } from "@/lib/data/seat/take-seat";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { foldEvents } from "@/lib/interview/fold";
import { OFFER_MS } from "@/lib/interview/seat/seat";
import type { Mode } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { createViewer } from "../support/people";

const CASE = "video-recommendation";
const start = new Date("2026-11-22T10:00:00Z");
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const refusedWith = (code: string) => expect.objectContaining({ code });
const fact = loadCase(CASE).interviewer.facts[0];
const point = loadCase(CASE).rubric.points[0];
if (!fact || !point) throw new Error("the case has no fact or no point");

async function startTwoSeats(mode: Mode = "coach") {
  const [candidate, partner] = [await createViewer({ name: "Cleo" }), await createViewer({ isGuest: true })];
  const setup = { caseSlug: CASE, level: "senior", mode, lengthMinutes: 45, timeMultiplier: 1 } as const;
  const { interviewId } = await startInterview(candidate, setup, start);
  const { token } = await invitePartner(candidate, interviewId, start);
  const { seatId } = await takeSeat(partner, token, at(10));
  return { candidate, partner, interviewId, token, seatId };
}

const ask = (viewer: Viewer, interviewId: string, text: string, seconds: number) =>
  saveEvents(
    viewer,
    {
      interviewId,
      sinceSeq: 0,
      events: [
        { eventId: randomUUID(), origin: "tab1", atMs: at(seconds).getTime(), kind: "question-asked", text },
      ],
    },
    at(seconds),
  );

const stateOf = async (interviewId: string) => foldEvents(await readEvents(await database(), interviewId, 0));
const voices = async (interviewId: string) =>
  (await stateOf(interviewId)).thread.slice(2).map(({ from, voice }) => voice ?? from);

const speak = (
  viewer: Viewer,
  seatId: string,
  speech: Parameters<typeof speakAsPartner>[1]["speech"],
  seconds: number,
  more: { eventId?: string; replyTo?: string | null } = {},
) => speakAsPartner(viewer, { seatId, eventId: randomUUID(), replyTo: null, speech, ...more }, at(seconds));

describe("the link", () => {
  it("gives the seat to the first who takes it, and to nobody else", async () => {
    const { partner, token, seatId, candidate, interviewId } = await startTwoSeats();
    expect(await takeSeat(partner, token, at(20))).toEqual({ seatId });
    await expect(takeSeat(await createViewer(), token, at(20))).rejects.toEqual(refusedWith("conflict"));
    await expect(takeSeat(candidate, token, at(20))).rejects.toEqual(refusedWith("conflict"));
    const second = await invitePartner(candidate, interviewId, at(30));
    await expect(takeSeat(candidate, second.token, at(31))).rejects.toEqual(refusedWith("conflict"));
  });

  it("of two who press at the same moment lets one in", async () => {
    const candidate = await createViewer();
    const setup = {
      caseSlug: CASE,
      level: "mid",
      mode: "exam",
      lengthMinutes: 30,
      timeMultiplier: 1,
    } as const;
    const { interviewId } = await startInterview(candidate, setup, start);
    const { token } = await invitePartner(candidate, interviewId, start);
    const people = await Promise.all([createViewer(), createViewer(), createViewer()]);
    const outcomes = await Promise.allSettled(people.map((person) => takeSeat(person, token, at(5))));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("stops working when it is revoked, replaced or expired, and then does not tell from never was", async () => {
    const { candidate, interviewId, token } = await startTwoSeats();
    const other = await invitePartner(candidate, interviewId, at(30));
    for (const dead of [token, "never-was"]) {
      await expect(checkOffer(dead, at(31))).rejects.toEqual(refusedWith("not-found"));
      await expect(takeSeat(await createViewer(), dead, at(31))).rejects.toEqual(refusedWith("not-found"));
    }
    await checkOffer(other.token, at(31));
    const late = new Date(start.getTime() + 30_000 + OFFER_MS);
    await expect(takeSeat(await createViewer(), other.token, late)).rejects.toEqual(refusedWith("not-found"));
    await endSeat(candidate, interviewId, at(40));
    await expect(takeSeat(await createViewer(), other.token, at(41))).rejects.toEqual(
      refusedWith("not-found"),
    );
  });

  it("makes no guest for somebody who would not get the seat", async () => {
    const { candidate, interviewId, token } = await startTwoSeats();
    await expect(checkOffer(token, at(20))).rejects.toEqual(refusedWith("conflict"));
    const { token: unused } = await invitePartner(candidate, interviewId, at(30));
    await submitInterview(candidate, interviewId, at(60));
    await expect(checkOffer(unused, at(61))).rejects.toEqual(refusedWith("closed"));
  });

  it("is only made and ended by the candidate, is stored as a hash, and is not made once all is over", async () => {
    const { candidate, interviewId, token } = await startTwoSeats();
    const stranger = await createViewer();
    await expect(invitePartner(stranger, interviewId, at(5))).rejects.toEqual(refusedWith("not-found"));
    await expect(endSeat(stranger, interviewId, at(5))).rejects.toEqual(refusedWith("not-found"));
    const stored = JSON.stringify(await (await database()).seat.findMany({ where: { interviewId } }));
    expect(stored).not.toContain(token);
    await submitInterview(candidate, interviewId, at(60));
    await expect(invitePartner(candidate, interviewId, at(61))).rejects.toEqual(refusedWith("closed"));
  });
});

describe("an end of the partner's part", () => {
  it("that comes while the partner speaks is not undone by it", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats();
    const db = await database();
    let spoken: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      // What endSeat does, held open until the partner's sentence waits for it.
      await tx.seat.updateMany({ where: { interviewId, endedAt: null }, data: { endedAt: at(11) } });
      spoken = speak(partner, seatId, { say: "remark", text: "One more thing." }, 12).catch((error) => error);
      await vi.waitFor(async () => {
        const waiting = await db.$queryRaw<unknown[]>`
          SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        expect(waiting).toHaveLength(1);
      });
    });
    expect(await spoken).toEqual(refusedWith("not-found"));
    expect(await voices(interviewId)).toEqual([]);
    expect((await loadInterview(candidate, interviewId, at(13))).seat).toBeNull();
  });
});

describe.each(["coach", "exam"] as const)("a partner in %s mode", (mode) => {
  it("is asked instead of the script, and what they say is in the one log under their voice", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats(mode);
    const saved = await ask(candidate, interviewId, fact.question, 12);
    expect(saved.seat).toBe("here");
    await letInterviewerSpeak(candidate, interviewId, at(13));
    expect(await voices(interviewId)).toEqual(["candidate"]);
    const question = (await stateOf(interviewId)).thread.at(-1)?.id ?? "";
    await speak(partner, seatId, { say: "fact", id: fact.id }, 15, { replyTo: question });
    await speak(partner, seatId, { say: "question", text: "Who pays for it?" }, 16);
    expect(await voices(interviewId)).toEqual(["candidate", "partner", "partner"]);
    expect((await stateOf(interviewId)).facts).toMatchObject([{ id: fact.id, text: fact.answer }]);
    const seen = JSON.stringify((await loadInterview(candidate, interviewId, at(17))).events);
    expect(seen).not.toContain("partners-question");
  });

  it("who is not heard any more loses the seat to the script, which answers what waits; nothing is lost", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats(mode);
    await ask(candidate, interviewId, fact.question, 12);
    await ask(candidate, interviewId, "What does the colour of the office walls look like?", 20);
    const later = await ask(candidate, interviewId, "Is it a leap year?", 31);
    expect(later.seat).toBe("gone");
    expect(await letInterviewerSpeak(candidate, interviewId, at(31))).toBe(true);
    const { thread, facts } = await stateOf(interviewId);
    const questions = thread.filter(({ role }) => role === "question");
    for (const { id } of questions) expect(thread.filter(({ replyTo }) => replyTo === id)).toHaveLength(1);
    expect(facts).toMatchObject([{ id: fact.id }]);
    expect(await letInterviewerSpeak(candidate, interviewId, at(31))).toBe(false);
    // They come back: the next question is theirs again.
    expect((await readSeatNews(partner, { seatId, sinceSeq: 0 }, at(40))).isSitting).toBe(true);
    await ask(candidate, interviewId, fact.question, 41);
    expect((await voices(interviewId)).at(-1)).toBe("candidate");
  });

  it("who gets up is not sitting for a tab that goes on asking, until they sit down again", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats(mode);
    await occupySeat(partner, { seatId, sits: false }, at(20));
    expect((await readSeatNews(partner, { seatId, sinceSeq: 0 }, at(21))).isSitting).toBe(false);
    await expect(speak(partner, seatId, { say: "remark", text: "Hello?" }, 22)).rejects.toEqual(
      refusedWith("closed"),
    );
    expect((await ask(candidate, interviewId, fact.question, 23)).seat).toBe("gone");
    expect(await voices(interviewId)).toEqual(["candidate", "interviewer"]);
    await occupySeat(partner, { seatId, sits: true }, at(30));
    expect((await loadInterview(candidate, interviewId, at(31))).seat).toBe("here");
  });
});

describe("what a partner says", () => {
  it("is stored once however often it is sent, also by two at the same moment", async () => {
    const { partner, interviewId, seatId } = await startTwoSeats();
    const eventId = randomUUID();
    const again = () => speak(partner, seatId, { say: "remark", text: "Go on." }, 20, { eventId });
    await Promise.all([again(), again(), again()]);
    expect(await voices(interviewId)).toEqual(["partner"]);
  });

  it("may be the script's answer to a question, when they say so", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats();
    await ask(candidate, interviewId, fact.question, 12);
    const question = (await stateOf(interviewId)).thread.at(-1)?.id ?? "";
    await speak(partner, seatId, { say: "script" }, 60, { replyTo: question });
    await speak(partner, seatId, { say: "script" }, 61, { replyTo: question });
    expect(await voices(interviewId)).toEqual(["candidate", "interviewer"]);
  });

  it("comes to nothing after the submission, and so does the sheet", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats();
    await saveMark(partner, { seatId, pointId: point.id, mark: 0.5, note: "" }, at(20));
    await submitInterview(candidate, interviewId, at(30));
    await expect(speak(partner, seatId, { say: "remark", text: "Wait!" }, 31)).rejects.toEqual(
      refusedWith("closed"),
    );
    const late = saveMark(partner, { seatId, pointId: point.id, mark: 1, note: "" }, at(31));
    await expect(late).rejects.toEqual(refusedWith("closed"));
    expect((await readSeatNews(partner, { seatId, sinceSeq: 0 }, at(32))).isSubmitted).toBe(true);
  });

  it("is suggested by the script, which says nothing of its own accord meanwhile", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats("exam");
    // Well past the time by which a requirement changes.
    const now = at(1_800);
    await readSeatNews(partner, { seatId, sinceSeq: 0 }, now);
    await letInterviewerSpeak(candidate, interviewId, now);
    expect(await voices(interviewId)).toEqual([]);
    // A process that has just read answers of another interview does other things first.
    const suggestion = await vi.waitFor(async () => {
      const news = await readSeatNews(partner, { seatId, sinceSeq: 0 }, at(1_810));
      if (!news.suggestion) throw new Error("not asked yet");
      return news.suggestion;
    }, 5_000);
    expect(suggestion.speech.say).toBe("twist");
    await speak(partner, seatId, suggestion.speech, 1_811);
    expect((await stateOf(interviewId)).thread.at(-1)).toMatchObject({ role: "twist", voice: "partner" });
  });
});

describe("who may see what", () => {
  let two: Awaited<ReturnType<typeof startTwoSeats>>;
  beforeAll(async () => {
    two = await startTwoSeats();
    const note = { kind: "note-edited", base: 1, index: 0, remove: 0, insert: "my private canary" };
    const events = [{ ...note, eventId: randomUUID(), origin: "tab1", atMs: at(11).getTime() }];
    await saveEvents(two.candidate, { interviewId: two.interviewId, sinceSeq: 0, events }, at(11));
  });

  it("a stranger, the candidate and a partner of another interview get nothing of the seat", async () => {
    const { seatId, candidate } = two;
    const others = [await createViewer(), candidate, (await startTwoSeats()).partner];
    for (const other of others) {
      const tries = [
        () => loadSeat(other, seatId, at(20)),
        () => readSeatNews(other, { seatId, sinceSeq: 0 }, at(20)),
        () => speak(other, seatId, { say: "remark", text: "Hello." }, 20),
        () => saveMark(other, { seatId, pointId: point.id, mark: 1, note: "" }, at(20)),
        () => occupySeat(other, { seatId, sits: false }, at(20)),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toEqual(refusedWith("not-found"));
    }
    for (const nothing of ["not-a-uuid", randomUUID()])
      await expect(loadSeat(two.partner, nothing, at(20))).rejects.toEqual(refusedWith("not-found"));
  });

  it("the partner gets no interview of the candidate, none of their notes, name or address", async () => {
    const { partner, seatId, interviewId } = two;
    const seen = JSON.stringify([
      await loadSeat(partner, seatId, at(20)),
      await readSeatNews(partner, { seatId, sinceSeq: 0 }, at(20)),
    ]);
    for (const secret of ["private canary", "Cleo", "@example.org", two.candidate.userId])
      expect(seen).not.toContain(secret);
    await expect(loadInterview(partner, interviewId, at(20))).rejects.toEqual(refusedWith("not-found"));
    await expect(loadReport(partner, interviewId)).rejects.toEqual(refusedWith("not-found"));
  });

  it("the partner gets nothing any more once the candidate has ended it", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats();
    await endSeat(candidate, interviewId, at(20));
    await expect(loadSeat(partner, seatId, at(21))).rejects.toEqual(refusedWith("not-found"));
    await expect(readSeatNews(partner, { seatId, sinceSeq: 0 }, at(21))).rejects.toEqual(
      refusedWith("not-found"),
    );
    expect((await loadInterview(candidate, interviewId, at(21))).seat).toBeNull();
  });
});

describe("the scoring sheet", () => {
  it("stands beside the report once the candidate has looked at it, and beside the verdicts for the partner", async () => {
    const { candidate, partner, interviewId, seatId } = await startTwoSeats();
    await saveMark(partner, { seatId, pointId: point.id, mark: 0.5, note: "half of it" }, at(20));
    await saveMark(partner, { seatId, pointId: point.id, mark: 1, note: "all of it" }, at(21));
    const unknown = saveMark(partner, { seatId, pointId: "no-such-point", mark: 1, note: "" }, at(22));
    await expect(unknown).rejects.toEqual(refusedWith("not-found"));
    await submitInterview(candidate, interviewId, at(30));
    const report = await loadReport(candidate, interviewId);
    const points = report?.points ?? [];
    expect(await readPartnerComparisons(candidate, interviewId, points)).toEqual([]);
    expect((await exportSeats(candidate)).asCandidate).toMatchObject([{ marks: [] }]);
    await revealReport(candidate, { interviewId, scores: {} }, at(40));
    const compared = [{ point: { id: point.id }, partner: 1, machine: 0, note: "all of it" }];
    expect(await readPartnerComparisons(candidate, interviewId, points)).toMatchObject([
      { points: compared },
    ]);
    expect(await readPartnerComparisons(partner, interviewId, points)).toEqual([]);
    const after = await loadSeat(partner, seatId, at(50));
    expect(after).toMatchObject({ phase: "submitted", comparison: { points: compared } });
    expect(report?.score).toEqual((await loadReport(candidate, interviewId))?.score);
    expect(JSON.stringify(report)).not.toContain("all of it");
  });

  it("goes with the guest who wrote it to their account, and is in both exports and gone with the account", async () => {
    const { candidate, partner, seatId, interviewId } = await startTwoSeats();
    await saveMark(partner, { seatId, pointId: point.id, mark: 1, note: "mine" }, at(20));
    const account = await createViewer();
    await adoptGuestWork(partner.userId, account.userId);
    await expect(loadSeat(partner, seatId, at(25))).rejects.toEqual(refusedWith("not-found"));
    expect(await loadSeat(account, seatId, at(25))).toMatchObject({ seat: { marks: [{ note: "mine" }] } });
    expect((await exportSeats(account)).asPartner).toMatchObject([{ marks: [{ note: "mine" }] }]);
    const db = await database();
    await db.user.delete({ where: { id: account.userId } });
    expect(await db.seatMark.count({ where: { seatId } })).toBe(0);
    expect(await db.interview.count({ where: { id: interviewId, ownerId: candidate.userId } })).toBe(1);
  });

  it("is not kept when candidate and partner turn out to be one account, whichever side was the guest", async () => {
    const one = await startTwoSeats();
    await adoptGuestWork(one.partner.userId, one.candidate.userId);
    const other = await startTwoSeats();
    const guest = await createViewer({ isGuest: true });
    const { token } = await invitePartner(other.candidate, other.interviewId, at(30));
    const account = await createViewer();
    await takeSeat(account, token, at(31));
    const db = await database();
    await db.interview.update({ where: { id: other.interviewId }, data: { ownerId: guest.userId } });
    await adoptGuestWork(guest.userId, account.userId);
    const seats = await db.seat.findMany({
      where: { interviewId: { in: [one.interviewId, other.interviewId] }, endedAt: null },
    });
    expect(seats).toEqual([]);
  });
});
