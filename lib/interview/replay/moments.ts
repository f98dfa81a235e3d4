/** What happened in an interview, one mark each, for its timeline: what was said, entered, drawn, changed, submitted. */
import type { Stage } from "@/lib/framework/stages";
import type { LoggedEvent } from "@/lib/interview/events";
import type { Replay } from "./replay";

export const MOMENT_KINDS = [
  "stage",
  "question",
  "answer",
  "follow-up",
  "reply",
  "twist",
  "hint",
  "board",
  "decision",
  "estimate",
  "pause",
  "submitted",
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export type Moment = {
  kind: MomentKind;
  /** Working time in milliseconds. */
  atMs: number;
  /** Number of events up to and including it. */
  count: number;
  /** What was said or chosen, in the words of the log. */
  text: string;
  stage: Stage | null;
};

/** Changes of the board nearer together than this are one drawing. */
const SAME_DRAWING_MS = 20_000;

type Told = Pick<Moment, "kind" | "text"> & { stage?: Stage };

function told(event: LoggedEvent): Told | null {
  switch (event.kind) {
    case "stage-entered":
      return { kind: "stage", text: "", stage: event.stage };
    case "question-asked":
      return { kind: "question", text: event.text };
    case "reply-given":
      return { kind: "reply", text: event.text };
    case "interviewer-said":
      return { kind: event.about.about === "trigger" ? "follow-up" : "answer", text: event.text };
    case "twist-given":
      return { kind: "twist", text: event.text };
    case "hint-shown":
      return { kind: "hint", text: event.text, stage: event.stage };
    case "board-changed":
      return { kind: "board", text: "" };
    case "decision-made":
      return { kind: "decision", text: `${event.field}: ${[event.value ?? "nothing"].flat().join(", ")}` };
    case "estimate-saved":
      return { kind: "estimate", text: `${event.name} = ${event.expression}` };
    case "paused":
      return { kind: "pause", text: "" };
    case "submitted":
      return { kind: "submitted", text: event.by };
    default:
      return null;
  }
}

/** In the order of the log. Drawing and estimating go on for a while; each stretch is one moment, at its end. */
export function momentsOf(replay: Replay): Moment[] {
  const moments: Moment[] = [];
  replay.events.forEach((event, i) => {
    const found = told(event);
    if (!found) return;
    const moment: Moment = { stage: null, ...found, atMs: replay.times[i] ?? 0, count: i + 1 };
    const last = moments.at(-1);
    const isSame =
      (moment.kind === "board" || moment.kind === "estimate" || moment.kind === "decision") &&
      last?.kind === moment.kind &&
      (moment.kind === "board" || last.text.split(/[:=]/)[0] === moment.text.split(/[:=]/)[0]) &&
      moment.atMs - last.atMs < SAME_DRAWING_MS;
    if (isSame) moments[moments.length - 1] = moment;
    else moments.push(moment);
  });
  return moments;
}
