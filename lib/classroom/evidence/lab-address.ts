/**
 * Addresses of lab runs. The state of a lab, seed and all, is its query; behind # stands what an assignment adds and no
 * server hears: which assignment the lab was opened for, which groups of knobs are not shown, or which attached run is to
 * be checked. Hiding is a courtesy to the learner, no lock: the plain lab shows every knob.
 */
import { EVIDENCE_WORLDS } from "@/lib/classroom/assignment";

export type EvidenceWorld = (typeof EVIDENCE_WORLDS)[number];

export type LabPurpose =
  | { kind: "attach"; classId: string; assignmentId: string; hidden: string[] }
  | { kind: "check"; evidenceId: string };

const ID = /^[0-9a-f-]{36}$/;
const CONTROL = /^[a-z][a-z0-9-]{0,59}$/;

/** The lab opened from an assignment: `#for=<class>/<assignment>&hide=rank,rerank`. */
export function attachAddress(
  world: EvidenceWorld,
  { classId, assignmentId }: { classId: string; assignmentId: string },
  hidden: readonly string[],
): string {
  const hide = hidden.length > 0 ? `&hide=${hidden.join(",")}` : "";
  return `/lab/${world}#for=${classId}/${assignmentId}${hide}`;
}

/** The address of an attached run, which runs it again and compares. */
export const checkAddress = (path: string, evidenceId: string): string => `${path}#check=${evidenceId}`;

/** What an address was opened for; null for the plain lab and for anything that cannot be read. */
export function readPurpose(hash: string): LabPurpose | null {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const evidenceId = params.get("check");
  if (evidenceId !== null) return ID.test(evidenceId) ? { kind: "check", evidenceId } : null;
  const [classId = "", assignmentId = ""] = (params.get("for") ?? "").split("/");
  if (!ID.test(classId) || !ID.test(assignmentId)) return null;
  const hidden = (params.get("hide") ?? "").split(",").filter((id) => CONTROL.test(id));
  return { kind: "attach", classId, assignmentId, hidden };
}

export const MOST_PATH = 4_000;

/** World and query of a lab's address; null for any other address. */
export function readLabPath(path: string): { world: EvidenceWorld; query: string } | null {
  if (path.length > MOST_PATH) return null;
  const found = /^\/lab\/([a-z]+)(?:\?([^#\s]*))?$/.exec(path);
  const world = EVIDENCE_WORLDS.find((name) => name === found?.[1]);
  return world ? { world, query: found?.[2] ?? "" } : null;
}
