/** A search as the funnel draws it: understanding the query leaves the whole catalogue as it is. */
import type { SearchTrace } from "@/lib/pipeline/product-search/trace";

/** The same run with all products in front of the first step: the trace counts none there. */
export function funnelRun(trace: SearchTrace): SearchTrace {
  const { products, steps } = trace;
  return {
    ...trace,
    steps: steps.map((step) =>
      step.step === "understand" ? { ...step, itemsIn: products, itemsOut: products } : step,
    ),
  };
}
