import { Badge, type Tone } from "@/components/ui/badge";
import { VERDICT_WORDS } from "@/lib/grading/report/words";
import type { Verdict } from "@/lib/grading/types";

const TONES: Record<Verdict, Tone> = {
  explained: "good",
  partly: "accent",
  "not-sure": "warn",
  mentioned: "warn",
  "maybe-contradicts": "bad",
  missing: "neutral",
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <Badge tone={TONES[verdict]}>{VERDICT_WORDS[verdict]}</Badge>;
}
