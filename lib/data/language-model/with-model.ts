/**
 * The one way to a language model: breaker, one call a person, budget, call, and the books afterwards. Everything that
 * keeps an answer away is a ModelError with one word for why.
 */
import "server-only";
import { env } from "@/lib/env";
import { countsForBreaker } from "@/lib/llm/breaker";
import { ModelCancelled, ModelError } from "@/lib/llm/failure";
import { createLanguageModel, type LanguageModel, type Tokens } from "@/lib/llm/language-model";
import type { LanguageModelSettings } from "@/lib/llm/settings";
import { log } from "@/lib/log";
import { admitCall, noteFailure, noteSuccess } from "./breaker-row";
import { giveBack, type Reservation, reserve, settle } from "./budget";
import { withLease } from "./lease";

/** Kept for the process: it remembers which format the server takes. */
let made: { settings: LanguageModelSettings; model: LanguageModel } | null = null;

function modelFor(settings: LanguageModelSettings): LanguageModel {
  if (made?.settings !== settings) made = { settings, model: createLanguageModel(settings) };
  return made.model;
}

export type Use<T> = {
  ownerId: string;
  task: "voice" | "judge";
  /** Tokens that the call takes at most. */
  mostTokens: number;
  /** How long to wait for another call of this person's. */
  patienceMs: number;
  call: (model: LanguageModel) => Promise<T & { tokens: Tokens }>;
};

const NONE: Tokens = { in: 0, out: 0 };
/** The provider may have charged for an answer that did not arrive or could not be used. */
const mayHaveCost = (error: unknown) =>
  error instanceof ModelCancelled ||
  (error instanceof ModelError && ["time", "cut", "unreadable", "wording"].includes(error.failure));

async function noteOutcome(error: unknown, task: string, reservation: Reservation): Promise<void> {
  if (error instanceof ModelCancelled) return;
  const failure = error instanceof ModelError ? error.failure : "network";
  const { tokens } = reservation;
  log.warn("language-model-failed", { task, failure, tokens });
  if (countsForBreaker(failure)) await noteFailure(failure, new Date());
  else if (failure === "unreadable" || failure === "wording") await noteSuccess();
}

/** Tokens first: somebody whose share is used up must not take the one try by which the breaker closes again. */
async function begin(use: Use<unknown>, settings: LanguageModelSettings): Promise<Reservation> {
  const reservation = await reserve(use.ownerId, use.mostTokens, settings, new Date());
  if (await admitCall(new Date())) return reservation;
  await giveBack(reservation);
  throw new ModelError("breaker");
}

async function callModel<T>(use: Use<T>, settings: LanguageModelSettings): Promise<T & { tokens: Tokens }> {
  const reservation = await begin(use, settings);
  let answer: T & { tokens: Tokens };
  try {
    answer = await use.call(modelFor(settings));
  } catch (error) {
    const used = mayHaveCost(error) ? { in: reservation.tokens, out: 0 } : NONE;
    await settle(reservation, used, !(error instanceof ModelCancelled), settings);
    await noteOutcome(error, use.task, reservation);
    throw error;
  }
  // Outside of the attempt: a call whose books fail is not settled a second time.
  await settle(reservation, answer.tokens, false, settings);
  await noteSuccess();
  return answer;
}

/** @throws ModelError, or ModelCancelled when the caller's own signal was aborted */
export async function withModel<T>(use: Use<T>): Promise<T & { tokens: Tokens }> {
  const settings = env().languageModel;
  const isOn = use.task === "voice" ? settings?.isVoice : settings?.isJudge;
  if (!settings || !isOn) throw new ModelError("off");
  return withLease(use.ownerId, use.patienceMs, () => callModel(use, settings));
}
