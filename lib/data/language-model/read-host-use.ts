/** What a host's administrator sees of the language model: its state, and use and cost by day and by person. */
import "server-only";
import { database } from "@/lib/data/database";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { MODEL_FAILURES, type ModelFailure } from "@/lib/interview/model-failure";
import { type BreakerPhase, phaseOf } from "@/lib/llm/breaker";
import { describeLanguageModel } from "@/lib/llm/describe";
import type { Viewer } from "@/lib/viewer";
import { readBreaker } from "./breaker-row";
import { dayOf } from "./budget";

const DAYS = 30;
const DAY_MS = 86_400_000;
const MOST_PEOPLE = 100;

export type Use = { calls: number; failures: number; tokensIn: number; tokensOut: number; cost: number };
export type HostUse = {
  /** Null: there is none. The key is not among what leaves here. */
  model: {
    name: string;
    /** Where requests go: the host of the address alone. */
    servedAt: string;
    tasks: string;
    tokensPerPerson: number;
    tokensPerDay: number;
    hasPrices: boolean;
    currency: string;
  } | null;
  breaker: { phase: BreakerPhase; lastFailure: ModelFailure | null; lastFailureAtMs: number | null };
  days: (Use & { dayMs: number })[];
  /** Without names: an administrator needs to know that one account costs too much, and can find it by its number. */
  people: (Use & { id: string; isGuest: boolean })[];
};

function modelOf(): HostUse["model"] {
  const settings = env().languageModel;
  const described = describeLanguageModel();
  if (!settings || !described) return null;
  const { tokensPerPerson, tokensPerDay, currency } = settings;
  const { model: name, servedAt, isVoice, isJudge } = described;
  return {
    name,
    servedAt,
    tasks: [isVoice && "words questions", isJudge && "reads submitted answers"].filter(Boolean).join(", "),
    tokensPerPerson,
    tokensPerDay,
    hasPrices: settings.prices !== null,
    currency,
  };
}

async function readPeople(since: Date): Promise<HostUse["people"]> {
  const db = await database();
  const sums = await db.languageModelUse.groupBy({
    by: ["ownerId"],
    where: { day: { gt: since } },
    _sum: { calls: true, failures: true, tokensIn: true, tokensOut: true, cost: true },
    orderBy: { _sum: { tokensIn: "desc" } },
    take: MOST_PEOPLE,
  });
  const owners = await db.user.findMany({
    where: { id: { in: sums.map(({ ownerId }) => ownerId) } },
    select: { id: true, isGuest: true },
  });
  const guests = new Set(owners.filter(({ isGuest }) => isGuest).map(({ id }) => id));
  return sums.map(({ ownerId, _sum: sum }) => ({
    id: ownerId,
    isGuest: guests.has(ownerId),
    calls: sum.calls ?? 0,
    failures: sum.failures ?? 0,
    tokensIn: sum.tokensIn ?? 0,
    tokensOut: sum.tokensOut ?? 0,
    cost: sum.cost ?? 0,
  }));
}

/** @throws AppError forbidden for anybody but an administrator */
export async function readHostUse(viewer: Viewer, now: Date): Promise<HostUse> {
  if (viewer.role !== "admin") throw new AppError("forbidden", "Only an administrator sees this.");
  const db = await database();
  const since = new Date(dayOf(now).getTime() - DAYS * DAY_MS);
  const [rows, people, { breaker, lastFailure, lastFailureAt }] = await Promise.all([
    db.languageModelDay.findMany({ where: { day: { gt: since } }, orderBy: { day: "desc" } }),
    readPeople(since),
    readBreaker(),
  ]);
  return {
    model: modelOf(),
    breaker: {
      phase: phaseOf(breaker, now.getTime()),
      lastFailure: MODEL_FAILURES.find((failure) => failure === lastFailure) ?? null,
      lastFailureAtMs: lastFailureAt?.getTime() ?? null,
    },
    days: rows.map(({ day, reserved: _, ...use }) => ({ dayMs: day.getTime(), ...use })),
    people,
  };
}
