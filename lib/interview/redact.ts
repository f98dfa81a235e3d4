/** What of an event a browser may hold before submission. */
import type { LoggedEvent } from "./events";

/**
 * For the candidate's browser. Ids of triggers and twists are written by people who know the answer
 * ("model-before-objective"), so they stay on the server; so do the stages that an exam is about, for it names none.
 */
export function redactEvent(event: LoggedEvent): LoggedEvent {
  if (event.kind === "interview-started" && event.setup.mode === "exam") {
    const { stages: _, ...setup } = event.setup;
    return { ...event, setup };
  }
  if (event.kind === "twist-given") return { ...event, twistId: null, change: "" };
  if (event.kind !== "interviewer-said") return event;
  const { about } = event;
  if (about.about === "trigger" || about.about === "courtesy")
    return { ...event, about: { ...about, id: null } };
  return event;
}

/**
 * What a partner in the interviewer's seat may hold: all that the candidate shows an interviewer, which private notes
 * are not. Their events stay in the log without their words, so that no seq is missing.
 */
export const redactForPartner = (event: LoggedEvent): LoggedEvent =>
  event.kind === "note-edited" ? { ...event, index: 0, remove: 0, insert: "" } : event;
