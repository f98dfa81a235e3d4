/** A case's own triggers and those of every case as one script: what the case silences or asks itself is left out. */
import type { InterviewerScript, SharedTrigger, Trigger } from "@/lib/content/schemas/interviewer";

export function withShared(script: InterviewerScript, shared: readonly SharedTrigger[]): InterviewerScript {
  const { probes, silenced } = script.shared;
  const replaced = new Set([...silenced, ...script.triggers.flatMap(({ insteadOf }) => insteadOf)]);
  const used = shared
    .filter(({ id }) => !replaced.has(id))
    .map((trigger): Trigger => ({ ...trigger, probes: probes[trigger.id] ?? [], insteadOf: [] }));
  return { ...script, triggers: [...script.triggers, ...used] };
}
