import type { AssignmentInput } from "@/lib/classroom/assignment-input";

export type SetField = <Key extends keyof AssignmentInput>(key: Key, value: AssignmentInput[Key]) => void;

/** What each section of the form is given. */
export type SectionProps = {
  input: AssignmentInput;
  set: SetField;
  /** By field, nested ones with a dot: "latePolicy.unit". */
  errorOf: (field: string) => string | undefined;
  /** The class's zone. */
  timeZone: string;
  /** Somebody has started: what interview it is stays as it is. */
  isFrozen: boolean;
};
