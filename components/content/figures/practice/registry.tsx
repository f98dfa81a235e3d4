/** Figures about the interview itself, estimation, features and objectives. Name in lib/content/vocabulary/practice.ts -> component. */
import type { RenderedGroup } from "@/components/content/rendered";
import type { PRACTICE_FIGURES } from "@/lib/content/vocabulary/practice";

export const practiceFigures: RenderedGroup<typeof PRACTICE_FIGURES> = {};
