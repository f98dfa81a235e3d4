/** The words of the choices on the start page. */
import type { RadioCardOption } from "@/components/ui/radio-cards";
import type { Level } from "@/lib/framework/stages";
import type { Mode } from "@/lib/interview/setup";

export const LEVEL_OPTIONS: RadioCardOption<Level>[] = [
  { value: "mid", label: "Mid", description: "A working design with sound choices and their reasons." },
  {
    value: "senior",
    label: "Senior",
    description: "Trade-offs with numbers, failure cases, an honest evaluation.",
  },
  {
    value: "staff",
    label: "Staff",
    description: "Several goals at once, the second-order effects, a plan over time.",
  },
];

export const MODE_OPTIONS: RadioCardOption<Mode>[] = [
  {
    value: "coach",
    label: "Coach",
    description:
      "Seven named stages with hints and typed decisions. You may stop the clock. Points, but no level.",
  },
  {
    value: "exam",
    label: "Exam",
    description: "One blank page, no stage names, no hints, no pause. The only mode that ends in a level.",
  },
];

export const LENGTH_OPTIONS: RadioCardOption<"30" | "45" | "60">[] = [
  { value: "30", label: "30 min", description: "A drill." },
  { value: "45", label: "45 min", description: "The usual round." },
  { value: "60", label: "60 min", description: "A long round." },
];

export const MULTIPLIER_OPTIONS: RadioCardOption<"1" | "1.25" | "1.5" | "2">[] = [
  { value: "1", label: "None" },
  { value: "1.25", label: "A quarter more" },
  { value: "1.5", label: "Half as much again" },
  { value: "2", label: "Twice the time" },
];
