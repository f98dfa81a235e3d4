/** Joining a class by its code: whom it lets in, how often, and what a guess learns. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formatJoinCode } from "@/lib/classroom/join-code";
import { createClass } from "@/lib/data/class/create-class";
import { GUESSES, joinClass } from "@/lib/data/class/join-class";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Viewer } from "@/lib/viewer";
import { createViewer } from "../support/people";

const now = new Date("2026-09-07T08:00:00Z");
const settings = { name: "ML systems", timeZone: "Europe/Berlin" };
/** Each person has an address of their own, unless the test is about addresses. */
const address = () => `192.0.2.${randomUUID()}`;

async function openClass(data: Prisma.ClassUpdateInput = {}) {
  const instructor = await createViewer({ name: "Ines" });
  const { classId } = await createClass(instructor, settings, "accounts", now);
  const db = await database();
  const { joinCode } = await db.class.update({ where: { id: classId }, data });
  return { instructor, classId, code: joinCode ?? "" };
}

const roleIn = async (viewer: Viewer, classId: string) =>
  (await requireMember(await database(), viewer, classId)).role;
const messageOf = (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : "");

describe("a class", () => {
  test("is made by an account, with its maker as its instructor and a code", async () => {
    const { instructor, classId, code } = await openClass();
    expect(await roleIn(instructor, classId)).toBe("instructor");
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const log = await (await database()).classLogEntry.findMany({ where: { classId } });
    expect(log).toMatchObject([{ kind: "class-created", actorId: instructor.userId }]);
  });

  test("is made by nobody whom the host's setting leaves out", async () => {
    const guest = await createViewer({ isGuest: true });
    const candidate = await createViewer();
    const instructor = await createViewer({ role: "instructor" });
    await expect(createClass(guest, settings, "accounts", now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createClass(candidate, settings, "instructors", now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createClass(instructor, settings, "instructors", now)).resolves.toBeTruthy();
  });
});

describe("a code", () => {
  test("makes a student of whoever is signed in, however it is typed, and joining twice changes nothing", async () => {
    const { classId, code } = await openClass();
    const student = await createViewer();
    const first = await joinClass(student, ` ${formatJoinCode(code).toLowerCase()} `, address(), now);
    expect(first.classId).toBe(classId);
    expect(await joinClass(student, code, address(), now)).toEqual(first);
    expect(await roleIn(student, classId)).toBe("student");
    const db = await database();
    expect((await db.class.findUniqueOrThrow({ where: { id: classId } })).joinCodeUses).toBe(1);
    expect(await db.classLogEntry.count({ where: { classId, kind: "member-joined" } })).toBe(1);
  });

  test("leaves an instructor who uses it an instructor", async () => {
    const { instructor, classId, code } = await openClass();
    await joinClass(instructor, code, address(), now);
    expect(await roleIn(instructor, classId)).toBe("instructor");
  });

  test("is answered alike when it is unknown, malformed, expired, used up, of an archived class or not for this person", async () => {
    const closed = await Promise.all([
      openClass({ joinCodeExpiresAt: now }),
      openClass({ joinCodeLimit: 3, joinCodeUses: 3 }),
      openClass({ archivedAt: now }),
      openClass({ isRosterOnly: true }),
    ]);
    const codes = ["ZZZZ-ZZZZ", "no code", "", ...closed.map(({ code }) => code)];
    const answers = await Promise.all(
      codes.map(async (code) =>
        messageOf(await joinClass(await createViewer(), code, address(), now).catch((error) => error)),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^not-found: This code joins no class/);
  });

  test("is no door for guests", async () => {
    const { code } = await openClass();
    const guest = await createViewer({ isGuest: true });
    await expect(joinClass(guest, code, address(), now)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("gives its last use to one of many who come at once", async () => {
    const { classId, code } = await openClass({ joinCodeLimit: 2 });
    const people = await Promise.all(Array.from({ length: 8 }, () => createViewer()));
    const outcomes = await Promise.allSettled(
      people.map((person) => joinClass(person, code, address(), now)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const db = await database();
    expect(await db.classMember.count({ where: { classId, role: "student" } })).toBe(2);
    expect((await db.class.findUniqueOrThrow({ where: { id: classId } })).joinCodeUses).toBe(2);
  });

  test("counts a person who presses twice at once as one", async () => {
    const { classId, code } = await openClass();
    const student = await createViewer();
    await Promise.all(Array.from({ length: 5 }, () => joinClass(student, code, address(), now)));
    const db = await database();
    expect((await db.class.findUniqueOrThrow({ where: { id: classId } })).joinCodeUses).toBe(1);
  });
});

describe("guesses", () => {
  const guess = (viewer: Viewer, from: string, code = "ZZZZ-ZZZZ") =>
    joinClass(viewer, code, from, now).then(
      () => "joined",
      (error: unknown) => (error instanceof AppError ? error.code : "other"),
    );

  test("end after ten refused codes of an account, wherever it comes from, even for the right code", async () => {
    const { code } = await openClass();
    const guesser = await createViewer();
    for (let i = 0; i < GUESSES.count; i++) expect(await guess(guesser, address())).toBe("not-found");
    expect(await guess(guesser, address())).toBe("rate-limited");
    expect(await guess(guesser, address(), code)).toBe("rate-limited");
  });

  test("end after ten refused codes of an address, whoever asks", async () => {
    const from = address();
    for (let i = 0; i < GUESSES.count; i++) expect(await guess(await createViewer(), from)).toBe("not-found");
    expect(await guess(await createViewer(), from)).toBe("rate-limited");
  });

  test("do not count where the code was right, so a lecture hall joins from one address", async () => {
    const { classId, code } = await openClass();
    const from = address();
    for (let i = 0; i < 25; i++) expect(await guess(await createViewer(), from, code)).toBe("joined");
    expect(await (await database()).classMember.count({ where: { classId } })).toBe(26);
  });
});

describe("the roster", () => {
  const expectStudent = async (classId: string, email: string, role = "student") =>
    (await database()).rosterEntry.create({ data: { classId, email, name: "Expected", role } });
  const emailOf = async (viewer: Viewer) =>
    (await (await database()).user.findUniqueOrThrow({ where: { id: viewer.userId } })).email;

  test("is linked to who has the code and the row's address, and lets them into a class for the roster alone", async () => {
    const { classId, code } = await openClass({ isRosterOnly: true });
    const student = await createViewer();
    const entry = await expectStudent(classId, await emailOf(student));
    await joinClass(student, code, address(), now);
    const db = await database();
    expect((await db.rosterEntry.findUniqueOrThrow({ where: { id: entry.id } })).memberUserId).toBe(
      student.userId,
    );
  });

  test("gives nobody a role of the staff: addresses are not verified", async () => {
    const { classId, code } = await openClass();
    const impostor = await createViewer();
    await expectStudent(classId, await emailOf(impostor), "assistant");
    await joinClass(impostor, code, address(), now);
    expect(await roleIn(impostor, classId)).toBe("student");
  });

  test("makes nobody a member by itself, and changes no account", async () => {
    const { classId } = await openClass();
    const student = await createViewer({ name: "Own Name" });
    await expectStudent(classId, await emailOf(student));
    await expect(roleIn(student, classId)).rejects.toMatchObject({ code: "not-found" });
    const db = await database();
    expect((await db.user.findUniqueOrThrow({ where: { id: student.userId } })).name).toBe("Own Name");
  });
});
