/** What the flow of ratings shows at one moment. */
import type { Role } from "@/lib/pipeline/data-sets/columns";
import type { TimeFormat } from "@/lib/pipeline/data-sets/times";
import type { RatingsResult } from "@/lib/pipeline/workers/bench-schemas";
import type {
  RatingsInspection,
  RatingsReading,
  RatingsSlate,
  TitlesInspection,
} from "@/lib/pipeline/workers/calls/ratings-calls";

export type SplitName = "item" | "time";

/** The columns as the person has them now; a role without column is null. */
export type ColumnChoice = {
  readonly roles: Readonly<Record<Role, number | null>>;
  readonly timeFormat: TimeFormat;
};

export type TrainChoice = {
  readonly seed: number;
  readonly k: number;
  readonly likedFrom: number | null;
  readonly minimumPerItem: number;
  readonly minimumPerUser: number;
};
export const DEFAULT_CHOICE: TrainChoice = {
  seed: 42,
  k: 10,
  likedFrom: null,
  minimumPerItem: 1,
  minimumPerUser: 1,
};

/** A run, and the choice it was made with. */
export type Run = { readonly result: RatingsResult; readonly choice: TrainChoice };

export type RatingsView = {
  readonly inspection: RatingsInspection | null;
  readonly columns: ColumnChoice | null;
  readonly reading: RatingsReading | null;
  readonly titles:
    | { readonly step: "columns"; readonly file: File; readonly inspection: TitlesInspection }
    | { readonly step: "read"; readonly name: string; readonly named: number; readonly items: number }
    | null;
  readonly choice: TrainChoice;
  readonly runs: Readonly<Partial<Record<SplitName, Run>>>;
  /** The split of the pipeline that the worker holds, the one trained last. */
  readonly trained: SplitName | null;
  readonly slate: RatingsSlate | null;
};

export const EMPTY_VIEW: RatingsView = {
  inspection: null,
  columns: null,
  reading: null,
  titles: null,
  choice: DEFAULT_CHOICE,
  runs: {},
  trained: null,
  slate: null,
};

/** What stands in the way of reading with these columns; null when nothing does. */
export function columnProblem({ roles }: ColumnChoice): string | null {
  if (roles.user === null || roles.item === null) return "Choose a column for the user and one for the item.";
  const used = Object.values(roles).filter((column) => column !== null);
  return new Set(used).size < used.length ? "Each column can be used once." : null;
}
