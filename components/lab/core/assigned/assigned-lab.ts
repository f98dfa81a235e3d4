/** What an assignment needs of a lab, and of the server; each world's store can say what its present run gave. */
import type { ActionResult } from "@/lib/actions/result";
import type { EvidenceWorld } from "@/lib/classroom/evidence/lab-address";
import type { Outcome, OutcomeContent } from "@/lib/classroom/evidence/outcome";
import type { LabAssignment } from "@/lib/data/submission/lab-assignment";
import type { EvidenceToCheck } from "@/lib/data/submission/read-evidence";

export type AssignedLab = {
  /** Takes the state of an address and runs it. */
  adopt(search: string): Promise<void>;
  link(): string | null;
  /** Of a run made here, now; starts the pipeline if need be. Rejects when it cannot run. */
  outcome(): Promise<OutcomeContent>;
};

type Key = { classId: string; assignmentId: string };
export type EvidenceActions = {
  assignment: (input: Key) => Promise<ActionResult<LabAssignment>>;
  attach: (input: Key & { path: string; outcome: Outcome }) => Promise<ActionResult<{ hash: string }>>;
  read: (input: { evidenceId: string }) => Promise<ActionResult<EvidenceToCheck>>;
};

export type AssignedProps = {
  lab: AssignedLab;
  world: EvidenceWorld;
  actions: EvidenceActions;
};
