/** Figures that one case needs. Name in lib/content/vocabulary/cases.ts -> component. */
import type { RenderedGroup } from "@/components/content/rendered";
import type { CASES_FIGURES } from "@/lib/content/vocabulary/cases";

export const casesFigures: RenderedGroup<typeof CASES_FIGURES> = {};
