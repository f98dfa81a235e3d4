/**
 * What the interviewer is saying in the viewer's own running interview, as it is written. Who watches is looked at again
 * with every look for words: nobody goes on watching after the submission, or with a session that is over.
 */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { env } from "@/lib/env";
import { notFound, rateLimited } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { type Spoken, watch } from "./channel";
import { type Speech, toSpeech } from "./speech-row";

/** How often to look whether another process speaks. */
const LOOK_EVERY_MS = 1_000;
/** Each costs a connection and a look a second. Of one person, not of one interview: they may start many. */
const MOST_A_PERSON = 8;

/** In this process. */
const open = new Map<string, number>();
function count(userId: string, change: 1 | -1): void {
  const left = (open.get(userId) ?? 0) + change;
  if (left > 0) open.set(userId, left);
  else open.delete(userId);
}

/** Undefined when there is nothing that this viewer may watch, null while nobody speaks. */
async function lookAt(viewer: Viewer, interviewId: string): Promise<Speech | null | undefined> {
  const now = new Date();
  const session = { id: viewer.sessionId, expiresAt: { gt: now } };
  const row = await (await database()).interview.findFirst({
    where: {
      id: interviewId,
      ownerId: viewer.userId,
      submittedAt: null,
      owner: { sessions: { some: session } },
    },
    select: { speech: true },
  });
  return row ? row.speech && toSpeech(row.speech, now) : undefined;
}

/**
 * Calls `hear` with the words so far, and with null when nothing more is being said, until `stream` is aborted; aborts it
 * itself when there is nothing to watch any more.
 * @throws AppError not-found for what is not a running interview of the viewer's, or when no model speaks here;
 *   rate-limited when they watch too often at once
 */
export async function watchSpeech(
  viewer: Viewer,
  interviewId: string,
  hear: (spoken: Spoken) => void,
  stream: Pick<AbortController, "signal" | "abort">,
): Promise<void> {
  const isVoiceOn = env().languageModel?.isVoice === true;
  if (!isVoiceOn || !isUuid(interviewId)) throw notFound("interview");
  if ((await lookAt(viewer, interviewId)) === undefined) throw notFound("interview");
  // The reader may have left meanwhile: nobody would say so a second time.
  if (stream.signal.aborted) return;
  if ((open.get(viewer.userId) ?? 0) >= MOST_A_PERSON) throw rateLimited(60);
  let isSpeaking = false;
  const pass = (spoken: Spoken) => {
    if (!spoken && !isSpeaking) return;
    isSpeaking = spoken !== null;
    hear(spoken);
  };
  const look = async () => {
    const speech = await lookAt(viewer, interviewId);
    if (stream.signal.aborted) return;
    if (speech === undefined) return stream.abort();
    pass(speech && !speech.isDead ? { eventId: speech.eventId, text: speech.text } : null);
  };
  const stop = watch(interviewId, pass);
  // A look that fails is followed by another one.
  const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  count(viewer.userId, 1);
  stream.signal.addEventListener("abort", () => {
    stop();
    clearInterval(timer);
    count(viewer.userId, -1);
  });
}
