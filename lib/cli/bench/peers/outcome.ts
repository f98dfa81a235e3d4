/** What a peer gave: a result, or why there is none. A peer that fails never ends the bench. */
export type Failed = { readonly error: string };
export type Outcome<T> = T | Failed;

export const hasFailed = <T>(outcome: Outcome<T>): outcome is Failed =>
  typeof outcome === "object" && outcome !== null && "error" in outcome;

export async function attempt<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
