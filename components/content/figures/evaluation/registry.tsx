/** Figures about measuring: biases, calibration, experiments, drift. Name in lib/content/vocabulary/evaluation.ts -> component. */
import type { RenderedGroup } from "@/components/content/rendered";
import type { EVALUATION_FIGURES } from "@/lib/content/vocabulary/evaluation";

export const evaluationFigures: RenderedGroup<typeof EVALUATION_FIGURES> = {};
