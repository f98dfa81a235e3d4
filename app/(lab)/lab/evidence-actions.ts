/** What a lab that was opened from an assignment can ask of the server. */
import type { EvidenceActions } from "@/components/lab/core/assigned/assigned-lab";
import { attachEvidenceAction, labAssignmentAction, readEvidenceAction } from "./actions";

export const evidenceActions: EvidenceActions = {
  assignment: labAssignmentAction,
  attach: attachEvidenceAction,
  read: readEvidenceAction,
};
