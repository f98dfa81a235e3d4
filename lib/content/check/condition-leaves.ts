/** Walks a trigger's condition to its leaves, with the path of each in the YAML file, and sees through some that never hold. */
import type { Condition, Leaf } from "@/lib/content/schemas/condition";
import { QUIET_END_SHARE } from "@/lib/interview/interviewer/pacing";

type Path = (string | number)[];

export function conditionLeaves(condition: Condition, path: Path): { leaf: Leaf; path: Path }[] {
  if ("not" in condition) return conditionLeaves(condition.not, [...path, "not"]);
  if ("all" in condition)
    return condition.all.flatMap((part, index) => conditionLeaves(part, [...path, "all", index]));
  if ("any" in condition)
    return condition.any.flatMap((part, index) => conditionLeaves(part, [...path, "any", index]));
  return [{ leaf: condition, path }];
}

/** Leaves that all have to hold. */
function required(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(required);
  if ("any" in condition) return condition.any.length === 1 ? condition.any.flatMap(required) : [];
  return "not" in condition ? [] : [condition];
}

/** Why a condition can never hold while the interviewer still speaks, as far as its form shows; null when it may. */
export function neverHolds(condition: Condition): string | null {
  const leaves = required(condition);
  const late = leaves.find(
    (leaf) => "shareOfTimeAtLeast" in leaf && leaf.shareOfTimeAtLeast > QUIET_END_SHARE,
  );
  if (late) return `nothing is asked after ${QUIET_END_SHARE * 100}% of the time`;
  const missing = new Set(leaves.flatMap((leaf) => ("missing" in leaf && !leaf.stage ? leaf.missing : [])));
  const said = leaves.find((leaf) => "said" in leaf && leaf.said.every((concept) => missing.has(concept)));
  return said && "said" in said ? `${said.said.join(", ")} has to be said and missing` : null;
}
