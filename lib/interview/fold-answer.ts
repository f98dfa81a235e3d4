/** The part of the fold that builds what the candidate makes: texts, typed decisions, estimates. */
import type { LoggedEvent } from "./events";
import { EMPTY_TEXT, mergeSplice } from "./merge";
import type { Conflict, InterviewState } from "./state";

type Of<Kind extends LoggedEvent["kind"]> = Extract<LoggedEvent, { kind: Kind }>;

export const MAX_ESTIMATES = 40;

export function foldText(
  state: InterviewState,
  event: Of<"answer-edited"> | Of<"note-edited">,
): InterviewState {
  const place = event.kind === "note-edited" ? "notes" : event.part;
  const before = place === "notes" ? state.notes : (state.answers[place] ?? EMPTY_TEXT);
  const { seq, origin, base, index, remove, insert } = event;
  const { shared, overlaps } = mergeSplice(before, { seq, origin, base, splice: { index, remove, insert } });
  const found = overlaps.slice(0, 1).map((overlap): Conflict => {
    return { id: event.eventId, resolved: false, of: "text", place, ...overlap };
  });
  const conflicts = found.length > 0 ? [...state.conflicts, ...found] : state.conflicts;
  if (place === "notes") return { ...state, notes: shared, conflicts };
  return { ...state, answers: { ...state.answers, [place]: shared }, conflicts };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The later choice holds; when its writer had not seen the earlier one, both are kept for the candidate to look at. */
export function foldChoice(state: InterviewState, event: Of<"decision-made">): InterviewState {
  const { field, value, seq, origin } = event;
  const before = state.decisions[field];
  const decisions = { ...state.decisions, [field]: { value, seq, origin } };
  if (!before || before.seq <= event.base || before.origin === origin || same(before.value, value)) {
    return { ...state, decisions };
  }
  const conflict: Conflict = {
    id: event.eventId,
    resolved: false,
    of: "decision",
    field,
    first: before.value,
    second: value,
  };
  return { ...state, decisions, conflicts: [...state.conflicts, conflict] };
}

export function foldEstimate(
  state: InterviewState,
  event: Of<"estimate-saved"> | Of<"estimate-removed">,
): InterviewState {
  const { estimateId: id } = event;
  if (event.kind === "estimate-removed") {
    return { ...state, estimates: state.estimates.filter((estimate) => estimate.id !== id) };
  }
  const estimate = { id, name: event.name, expression: event.expression };
  const known = state.estimates.some((other) => other.id === id);
  if (known)
    return { ...state, estimates: state.estimates.map((other) => (other.id === id ? estimate : other)) };
  if (state.estimates.length >= MAX_ESTIMATES) return state;
  return { ...state, estimates: [...state.estimates, estimate] };
}
