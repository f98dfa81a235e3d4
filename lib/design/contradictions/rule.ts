/**
 * The shape of a rule: two kinds of evidence that do not go together. Most rules only name the words; rules about
 * numbers bring a function. A group "split|hold out" is met by any one of its forms, "@two-tower" stands for the forms
 * of that concept in content/lexicon.yaml; all groups of a claim stand in one sentence.
 */
import type { Stage } from "@/lib/framework/stages";
import type { Place } from "@/lib/interview/finding";
import type { World } from "../designs";
import type { Reading } from "./reading";

/** Words of the answer that propose something. */
export type Claim = {
  says: readonly string[];
  /** Most words from the first to the last of the groups; default 12. */
  within?: number;
  /** The groups stand in this order. */
  ordered?: boolean;
  /** None of these stands near it in the sentence. */
  not?: string;
  /** Stages in whose text it counts; a text that is not cut into stages always counts. */
  in?: readonly Stage[];
};
/** A typed decision with one of these values; with any value when there is none in the list. */
export type Choice = { decides: string; as: readonly string[] };
/** A fact or a changed requirement that was told, with all groups in its words. */
export type Told = { told: readonly string[]; within?: number };
export type Evidence = Claim | Choice | Told;

/** What stands where; `detail` fills the braces of the rule's sentences. */
export type Pair = { places: [Place, Place]; detail?: Record<string, string> };

/** A small interview for a rule's own test: a text is the whole answer. */
export type Example =
  | string
  | {
      answer?: string;
      answers?: Partial<Record<Stage, string>>;
      decisions?: Record<string, string | number>;
      /** Topic and words of facts. */
      facts?: readonly string[];
      twist?: { text: string; change: string };
      estimates?: Record<string, string>;
      /** As an outline. */
      board?: string;
      world?: World;
    };

type Common = {
  id: string;
  stage: Stage;
  /** The heading that explains it. */
  chapter: string;
  /** Worlds that it makes sense in; all when left out. */
  worlds?: readonly World[];
  /** `{name}` is filled from the details of a pair. */
  statement: string;
  question: string;
  examples: { contradict: readonly Example[]; agree: readonly Example[] };
};
export type WordRule = Common & {
  /** The two sides; of each the first evidence that is there. */
  between: readonly [readonly Evidence[], readonly Evidence[]];
  /** Said anywhere, this resolves it. */
  unless?: readonly Evidence[];
  /** The rule holds for each of these in turn: `$` stands for it in groups, `{it}` in sentences. */
  each?: Readonly<Record<string, string>>;
};
export type NumberRule = Common & { find: (reading: Reading) => Pair | null };
export type Rule = WordRule | NumberRule;
