/** The people of the matrix, signed in through the site itself, and what belongs to the student and to their class. */
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/endpoints";
import { database } from "@/lib/data/database";
import { startInterview } from "@/lib/data/interview/start-interview";
import { gradeItem } from "@/lib/data/learning/grade-item";
import { addMissedCards } from "@/lib/data/learning/missed-cards";
import { saveHighlight } from "@/lib/data/reading/save-highlight";
import { createShareLink } from "@/lib/data/report/share-links";
import { invitePartner } from "@/lib/data/seat/invite-partner";
import { takeSeat } from "@/lib/data/seat/take-seat";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import type { Viewer } from "@/lib/viewer";
import { takeInterview } from "../support/taken-interview";
import { makeRoom, type Room } from "./rooms";
import type { Site } from "./site";

export const PASSWORD = "a long enough password";
const HOUR_MS = 3_600_000;
const CASE = "video-recommendation";
const TEXTS = { data: "We split by time: train on the days before and test on the days after." };

export const HIGHLIGHT = {
  ...{ id: randomUUID(), path: `/cases/${CASE}`, anchor: "data", heading: "Data" },
  ...{ quote: "words", prefix: "", suffix: "", note: "", createdAt: "2026-11-01T10:00:00.000Z" },
};

export type Person = { viewer: Viewer; cookie: string; email: string };
export type People = Record<Exclude<Actor, "visitor">, Person>;

const cookieOf = (setCookie: string | null): string => {
  const found = setCookie?.match(/shortlist\.session_token=[^;]+/)?.[0];
  if (!found) throw new Error(`No session in ${setCookie}`);
  return found;
};

async function viewerOf(where: { email: string } | { isGuest: true }): Promise<Viewer> {
  const db = await database();
  const user = await db.user.findFirstOrThrow({ where, include: { sessions: true } });
  const role = user.role as Viewer["role"];
  const sessionId = user.sessions[0]?.id ?? "";
  return { userId: user.id, role, isGuest: user.isGuest, name: user.name, sessionId };
}

async function signUp(site: Site, name: string, role: string): Promise<Person> {
  const db = await database();
  await db.rateLimit.deleteMany();
  const email = `${name.replaceAll(" ", "-")}@example.org`;
  const input = { name: `Person ${name}`, email, password: PASSWORD };
  const { result, answer, setCookie } = await site.act("action / signUpAction", "/sign-up", input, null);
  if (result !== "works") throw new Error(`${name} could not sign up: ${answer}`);
  await db.user.updateMany({ where: { email }, data: { role } });
  return { viewer: await viewerOf({ email }), cookie: cookieOf(setCookie), email };
}

async function makeGuest(site: Site): Promise<Person> {
  const input = { deck: "framework/data", questionIds: [], timeZone: "UTC" };
  const { setCookie, answer } = await site.act("action /review addDeckAction", "/review", input, null);
  if (!setCookie) throw new Error(`No guest was made: ${answer}`);
  return { viewer: await viewerOf({ isGuest: true }), cookie: cookieOf(setCookie), email: "" };
}

export async function makePeople(site: Site): Promise<People> {
  const roles: Partial<Record<Actor, string>> = { admin: "admin" };
  const of = (actor: Actor) => signUp(site, actor, roles[actor] ?? "candidate");
  return {
    guest: await makeGuest(site),
    candidate: await of("candidate"),
    student: await of("student"),
    "student elsewhere": await of("student elsewhere"),
    assistant: await of("assistant"),
    instructor: await of("instructor"),
    "instructor elsewhere": await of("instructor elsewhere"),
    admin: await of("admin"),
  };
}

/** What the student has of their own, apart from any class. */
async function practise(student: Viewer, partner: Viewer, now: Date) {
  const setup = {
    caseSlug: CASE,
    level: "senior",
    mode: "coach",
    lengthMinutes: 45,
    timeMultiplier: 1,
  } as const;
  const { interviewId } = await startInterview(student, setup, now);
  const { token: seatToken } = await invitePartner(student, interviewId, now);
  const { seatId } = await takeSeat(partner, seatToken, now);
  const earlier = new Date(now.getTime() - HOUR_MS);
  const submittedId = await takeInterview(student, {
    caseSlug: CASE,
    level: "senior",
    texts: TEXTS,
    start: earlier,
  });
  const revealedId = await takeInterview(student, {
    caseSlug: CASE,
    level: "senior",
    texts: TEXTS,
    start: earlier,
  });
  await revealReport(student, { interviewId: revealedId, scores: {} }, now);
  const { token: shareToken } = await createShareLink(student, revealedId, 7, now);
  await addMissedCards(student, { interviewId: revealedId, timeZone: "UTC" }, now);
  const db = await database();
  const ownerId = student.userId;
  const [card, other] = await db.reviewItem.findMany({ where: { ownerId }, take: 2 });
  if (!card || !other) throw new Error("The report missed nothing, so there is no card.");
  const reviewId = randomUUID();
  const keyOf = ({ deck, itemId }: typeof card) => ({ deck, kind: "card" as const, itemId });
  const graded = await gradeItem(student, { ...keyOf(card), reviewId, revision: 0, grade: 3 }, now);
  const link = await db.shareLink.findFirstOrThrow({ where: { interviewId: revealedId } });
  await saveHighlight(student, HIGHLIGHT, now);
  const session = await db.session.create({
    data: {
      id: randomUUID(),
      token: randomUUID(),
      userId: ownerId,
      expiresAt: new Date(now.getTime() + HOUR_MS),
    },
  });
  return {
    ...{ interviewId, seatId, seatToken, submittedId, revealedId, shareToken, shareLinkId: link.id },
    ...{ sessionId: session.id, card: keyOf(other), reviewId, reviewRevision: graded.revision },
  };
}

export type Own = Awaited<ReturnType<typeof practise>>;
/** `room` is the class of the student, `elsewhere` the other one. */
export type Fixture = { people: People; own: Own; room: Room; elsewhere: Room };

async function makeWork(people: People): Promise<Omit<Fixture, "people">> {
  const now = new Date();
  const { student, assistant, instructor } = people;
  const own = await practise(student.viewer, people["student elsewhere"].viewer, now);
  const room = await makeRoom(
    { instructor: instructor.viewer, assistant: assistant.viewer, student: student.viewer },
    now,
  );
  const elsewhere = await makeRoom(
    { instructor: people["instructor elsewhere"].viewer, student: people["student elsewhere"].viewer },
    now,
  );
  return { own, room, elsewhere };
}

export async function makeFixture(site: Site): Promise<Fixture> {
  const people = await makePeople(site);
  return { people, ...(await site.whilePaused(() => makeWork(people))) };
}
