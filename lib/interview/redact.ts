/**
 * What of an event a candidate's browser may hold before submission. Ids of triggers and twists are written by
 * people who know the answer ("model-before-objective"), so they stay on the server.
 */
import type { LoggedEvent } from "./events";

export function redactEvent(event: LoggedEvent): LoggedEvent {
  if (event.kind === "twist-given") return { ...event, twistId: null, change: "" };
  if (event.kind !== "interviewer-said") return event;
  const { about } = event;
  if (about.about === "trigger") return { ...event, about: { ...about, id: null } };
  return event;
}
