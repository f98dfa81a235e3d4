/** What the interviewer is saying in the viewer's own interview, as it is written. */
import "server-only";
import { database } from "@/lib/data/database";
import { isUuid } from "@/lib/data/interview/is-uuid";
import { notFound, rateLimited } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import { type Spoken, watch } from "./channel";
import { readSpeech } from "./speech-row";

/** How often to look whether another process speaks. */
const LOOK_EVERY_MS = 1_000;

/**
 * Calls `hear` with the words so far, and with null when nothing more is being said, until `signal` is aborted.
 * @throws AppError not-found for an interview that is not the viewer's, rate-limited when many tabs watch already
 */
export async function watchSpeech(
  viewer: Viewer,
  interviewId: string,
  hear: (spoken: Spoken) => void,
  signal: AbortSignal,
): Promise<void> {
  if (!isUuid(interviewId)) throw notFound("interview");
  const where = { id: interviewId, ownerId: viewer.userId };
  if (!(await (await database()).interview.findFirst({ where, select: { id: true } })))
    throw notFound("interview");
  let isSpeaking = false;
  const pass = (spoken: Spoken) => {
    if (!spoken && !isSpeaking) return;
    isSpeaking = spoken !== null;
    hear(spoken);
  };
  const look = async () => {
    const speech = await readSpeech(interviewId, new Date());
    if (signal.aborted) return;
    pass(speech && !speech.isDead ? { eventId: speech.eventId, text: speech.text } : null);
  };
  const stop = watch(interviewId, pass);
  if (!stop) throw rateLimited(60);
  // A look that fails is followed by another one.
  const timer = setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS);
  signal.addEventListener("abort", () => {
    stop();
    clearInterval(timer);
  });
}
