/** Walks a trigger's condition to its leaves, with the path of each in the YAML file. */
import type { Condition } from "@/lib/content/schemas/interviewer";

type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;
type Path = (string | number)[];

export function conditionLeaves(condition: Condition, path: Path): { leaf: Leaf; path: Path }[] {
  if ("not" in condition) return conditionLeaves(condition.not, [...path, "not"]);
  if ("all" in condition)
    return condition.all.flatMap((part, index) => conditionLeaves(part, [...path, "all", index]));
  if ("any" in condition)
    return condition.any.flatMap((part, index) => conditionLeaves(part, [...path, "any", index]));
  return [{ leaf: condition, path }];
}
