/** What the lab says of the assignment that it was opened for: its title, and whether a run can be attached now. */
import "server-only";
import { outcomeSchema } from "@/lib/classroom/evidence/outcome";
import { database } from "@/lib/data/database";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { Viewer } from "@/lib/viewer";
import { attachRefusal } from "./attach-evidence";
import { ownWork } from "./own-work";

export type LabAssignment = {
  title: string;
  world: string | null;
  /** Why nothing can be attached. */
  refusal: string | null;
  /** Of what is attached to the newest attempt. */
  attachedHash: string | null;
};

export async function labAssignment(viewer: Viewer, key: AssignmentIds, now: Date): Promise<LabAssignment> {
  const own = await ownWork(await database(), viewer, key);
  const attached = own.tries.at(-1)?.evidence.at(-1);
  return {
    title: own.settings.title,
    world: own.settings.evidenceWorld,
    refusal: attachRefusal(own, now),
    attachedHash: attached ? outcomeSchema.parse(attached.outcome).hash : null,
  };
}
