import { createHash, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { adoptGuestWork } from "@/lib/data/account/adopt-guest-work";
import { checkHealth } from "@/lib/data/check-health";
import { database } from "@/lib/data/database";
import { takeToken } from "@/lib/data/rate-limit/take-token";
import { listSessions } from "@/lib/data/session/list-sessions";
import { revokeOtherSessions, revokeSession } from "@/lib/data/session/revoke-session";
import { claimAdmin } from "@/lib/data/setup/claim-admin";
import { createViewer } from "../support/people";

const now = new Date("2026-11-22T10:00:00Z");

async function interviewOf(ownerId: string) {
  const db = await database();
  return db.interview.create({
    data: {
      ownerId,
      caseSlug: "video-recommendation",
      level: "senior",
      mode: "coach",
      lengthMinutes: 45,
      seed: "7",
      deadlineAt: new Date(now.getTime() + 45 * 60_000),
    },
  });
}

describe("sessions", () => {
  it("lists only one's own, and a foreign one cannot be revoked", async () => {
    const ada = await createViewer();
    const bob = await createViewer();
    expect((await listSessions(ada, now)).map((session) => session.id)).toEqual([ada.sessionId]);
    await expect(revokeSession(bob, ada.sessionId)).rejects.toMatchObject({ code: "not-found" });
    expect(await listSessions(ada, now)).toHaveLength(1);
  });

  it("ends all others but the present one", async () => {
    const ada = await createViewer();
    const db = await database();
    await db.session.create({
      data: {
        id: randomUUID(),
        token: randomUUID(),
        userId: ada.userId,
        expiresAt: new Date(now.getTime() + 86_400_000),
      },
    });
    expect(await revokeOtherSessions(ada)).toBe(1);
    expect((await listSessions(ada, now)).map((session) => session.isCurrent)).toEqual([true]);
  });
});

describe("a guest's work", () => {
  it("moves to the account", async () => {
    const guest = await createViewer({ isGuest: true });
    const account = await createViewer();
    const interview = await interviewOf(guest.userId);
    await adoptGuestWork(guest.userId, account.userId);
    const db = await database();
    expect((await db.interview.findUniqueOrThrow({ where: { id: interview.id } })).ownerId).toBe(
      account.userId,
    );
  });

  it("is not taken from an account that is no guest", async () => {
    const victim = await createViewer();
    const account = await createViewer();
    const interview = await interviewOf(victim.userId);
    await adoptGuestWork(victim.userId, account.userId);
    const db = await database();
    expect((await db.interview.findUniqueOrThrow({ where: { id: interview.id } })).ownerId).toBe(
      victim.userId,
    );
  });
});

describe("the setup link", () => {
  it("makes exactly one administrator, once", async () => {
    const db = await database();
    const token = randomUUID();
    const tokenHash = createHash("sha256").update(token).digest("hex");
    await db.setupToken.create({ data: { tokenHash, expiresAt: new Date(now.getTime() + 3_600_000) } });
    const [first, second] = [await createViewer(), await createViewer()];
    await expect(claimAdmin(first, "a-token-that-nobody-made", now)).rejects.toMatchObject({
      code: "closed",
    });
    const outcomes = await Promise.allSettled([
      claimAdmin(first, token, now),
      claimAdmin(second, token, now),
    ]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await db.user.count({ where: { role: "admin" } })).toBe(1);
  });
});

describe("the rate limiter", () => {
  it("counts concurrent calls exactly and frees the key in the next window", async () => {
    const limit = { count: 5, windowSeconds: 60 };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => takeToken("test-key", limit, now)),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(5);
    await expect(takeToken("test-key", limit, now)).rejects.toMatchObject({ code: "rate-limited" });
    await takeToken("test-key", limit, new Date(now.getTime() + 60_000));
  });
});

it("reports health with a living database", async () => {
  expect(await checkHealth()).toMatchObject({ status: "ok", database: "ok" });
});
