/**
 * A bank of targets that a text can be held against: the points of a rubric, the misconceptions, the sentences that
 * show an adapted design, or the reference answers of one question. Everything that depends only on the references
 * is computed here, once. Knows nothing of cases or stages.
 */
import { contextsOf } from "@/lib/grading/alignment/aligned-words";
import { enumeratedShare } from "@/lib/grading/alignment/lists";
import {
  isDenied,
  mainClauseNegations,
  negatedTokens,
  reasonTokens,
  removedTokens,
} from "@/lib/grading/alignment/negation";
import { createUnitTypes, type UnitTypes } from "@/lib/grading/alignment/unit-types";
import { annotate, type ConceptIndex } from "@/lib/grading/text/concepts";
import { segment } from "@/lib/grading/text/segments";
import { type Token, tokenise } from "@/lib/grading/text/tokens";
import type { Part } from "@/lib/grading/types";

export type TargetSource = {
  id: string;
  /** Sentences any of which fully earns the target. */
  references: readonly string[];
  /** Further wordings that show its vocabulary but do not earn it alone, and what each counts for (an exemplar is 1). */
  hints?: readonly { text: string; share: number }[];
  /** The part of an answer in which it is expected; evidence found elsewhere has to be stronger. */
  home?: Part;
};

export type Reference = {
  text: string;
  /** Distinct unit types with their weights, and the weights with the question's own words demoted. */
  types: readonly number[];
  typeSet: ReadonlySet<number>;
  weights: readonly number[];
  demotedWeights: readonly number[];
  /** Unit types in order of appearance. */
  sequence: readonly number[];
  /** The neighbours of each type. */
  contexts: ReadonlyMap<number, ReadonlySet<number>>;
  /** Types that stand under a negation, and types in a reason or removed, whose polarity is not compared. */
  negated: ReadonlySet<number>;
  open: ReadonlySet<number>;
  mainNegations: number;
  isDenied: boolean;
  tokens: readonly Token[];
  words: ReadonlySet<string>;
  functionShare: number;
  /** Share of its content words that stand in a list. */
  enumerated: number;
};

export type Target = {
  id: string;
  home: Part | null;
  references: readonly Reference[];
  /** The target's own vocabulary: unit type and weight, and the mass that a typical reference attains. */
  keyTypes: readonly number[];
  keyTypeSet: ReadonlySet<number>;
  keyWeights: readonly number[];
  keyMass: number;
  /** How its references use each of their words: affirmed, negated or both; hints do not count. */
  polarity: ReadonlyMap<number, { weight: number; affirmed: boolean; negated: boolean }>;
};

export type Bank = {
  concepts: ConceptIndex;
  types: UnitTypes;
  targets: readonly Target[];
  /** Weight of each unit type within this bank. */
  typeWeights: readonly number[];
  /** Types that the question names itself. */
  demoted: ReadonlySet<number>;
  /** Content words of the question; an answer made of them alone earns nothing. */
  question: ReadonlySet<string>;
  /** Sentences that the candidate may have been shown; pasting one back earns nothing. */
  echoes: readonly ReadonlySet<string>[];
};

export type BankOptions = {
  targets: readonly TargetSource[];
  concepts: ConceptIndex;
  /** The question; its words tell less when an answer repeats them. */
  question?: string;
  echoes?: readonly string[];
};

/** What a word of the question counts for in an answer. */
export const DEMOTION = 0.3;
/** Shorter sentences are too common to be called pasted. */
export const MIN_ECHO_WORDS = 4;

type Draft = {
  text: string;
  tokens: Token[];
  sequence: number[];
  negated: Set<number>;
  open: Set<number>;
};

function draftOf(text: string, concepts: ConceptIndex, types: UnitTypes): Draft {
  const tokens = tokenise(text);
  const units = annotate(tokens, concepts);
  const polarity = negatedTokens(text, tokens);
  const sequence = units.map((unit) => types.intern(unit));
  const removed = removedTokens(tokens);
  const isOpen = reasonTokens(tokens).map((inReason, i) => inReason || (removed[i] ?? false));
  const typesWhere = (marks: readonly boolean[]) =>
    new Set(units.flatMap((unit, i) => (marks[unit.firstToken] ? [sequence[i] ?? -1] : [])));
  return { text, tokens, sequence, negated: typesWhere(polarity), open: typesWhere(isOpen) };
}

/** Share of targets in which a type is rare makes it tell more: 0.4 (in all of them) to 1 (in one). */
function rarity(documentFrequency: number, targets: number): number {
  if (targets < 3) return 1;
  return 0.4 + (0.6 * Math.log((targets + 1) / (documentFrequency + 1))) / Math.log((targets + 1) / 2);
}

function weightsOfTypes(drafts: readonly Draft[][], concepts: ConceptIndex, size: number): number[] {
  const general = new Array<number>(size).fill(0);
  const frequency = new Array<number>(size).fill(0);
  for (const group of drafts) {
    for (const type of new Set(group.flatMap((draft) => draft.sequence)))
      frequency[type] = (frequency[type] ?? 0) + 1;
    for (const draft of group) {
      annotate(draft.tokens, concepts).forEach((unit, i) => {
        const type = draft.sequence[i];
        if (type !== undefined) general[type] = unit.weight;
      });
    }
  }
  return general.map((weight, type) => weight * rarity(frequency[type] ?? 1, drafts.length));
}

function toReference(draft: Draft, typeWeights: readonly number[], demoted: ReadonlySet<number>): Reference {
  const types = [...new Set(draft.sequence)];
  const weights = types.map((type) => typeWeights[type] ?? 0);
  const words = draft.tokens.filter((token) => !token.isNumber);
  return {
    text: draft.text,
    types,
    typeSet: new Set(types),
    weights,
    demotedWeights: weights.map((weight, i) => (demoted.has(types[i] ?? -1) ? weight * DEMOTION : weight)),
    sequence: draft.sequence,
    contexts: contextsOf(draft.sequence),
    negated: draft.negated,
    open: draft.open,
    mainNegations: mainClauseNegations(draft.text, draft.tokens),
    isDenied: isDenied(draft.text, draft.tokens),
    tokens: draft.tokens,
    words: new Set(draft.tokens.map((token) => token.word)),
    functionShare: words.filter((token) => token.isFunction).length / Math.max(1, words.length),
    enumerated: enumeratedShare(draft.text, draft.tokens),
  };
}

/** Support of each type: how much of a target's wordings use it, a hint counting for its share. */
function supportOf(drafts: readonly Draft[], shares: readonly number[]): Map<number, number> {
  const support = new Map<number, number>();
  const total = shares.reduce((sum, share) => sum + share, 0);
  drafts.forEach((draft, i) => {
    const share = (shares[i] ?? 0) / total;
    for (const type of new Set(draft.sequence)) support.set(type, (support.get(type) ?? 0) + share);
  });
  return support;
}

type Context = { typeWeights: readonly number[]; demoted: ReadonlySet<number> };

function polarityOf(drafts: readonly Draft[], weights: ReadonlyMap<number, number>): Target["polarity"] {
  const found = new Map<number, { weight: number; affirmed: boolean; negated: boolean }>();
  for (const { sequence, negated, open } of drafts) {
    for (const type of sequence) {
      const known = found.get(type) ?? { weight: weights.get(type) ?? 0, affirmed: false, negated: false };
      if (negated.has(type) || open.has(type)) known.negated = true;
      if (!negated.has(type) || open.has(type)) known.affirmed = true;
      found.set(type, known);
    }
  }
  return found;
}

/** A type is key to a target by how many of its wordings use it and by how much it tells. */
function toTarget(source: TargetSource, drafts: readonly Draft[], { typeWeights, demoted }: Context): Target {
  const own = drafts.slice(0, source.references.length);
  const references = own.map((draft) => toReference(draft, typeWeights, demoted));
  const shares = [...source.references.map(() => 1), ...(source.hints ?? []).map(({ share }) => share)];
  const support = supportOf(drafts, shares);
  const keyTypes = [...support.keys()];
  const keyWeights = keyTypes.map((type) => {
    const weight = (typeWeights[type] ?? 0) * Math.sqrt(support.get(type) ?? 0);
    return demoted.has(type) ? weight * DEMOTION : weight;
  });
  const keyOf = new Map(keyTypes.map((type, i) => [type, keyWeights[i] ?? 0]));
  const masses = references.map((reference) =>
    reference.types.reduce((sum, type) => sum + (keyOf.get(type) ?? 0), 0),
  );
  const keyMass = masses.reduce((sum, mass) => sum + mass, 0) / Math.max(1, masses.length);
  return {
    id: source.id,
    home: source.home ?? null,
    references,
    keyTypes,
    keyTypeSet: new Set(keyTypes),
    keyWeights,
    keyMass: Math.max(keyMass, 1e-6),
    polarity: polarityOf(own, keyOf),
  };
}

const sentencesOf = (text: string): string[] => segment(text).map(({ start, end }) => text.slice(start, end));

/** Content words of a text as stems. */
export function contentStems(text: string): Set<string> {
  return new Set(
    tokenise(text)
      .filter((token) => !token.isFunction)
      .map((token) => token.stem),
  );
}

export function createBank({ targets, concepts, question = "", echoes = [] }: BankOptions): Bank {
  const types = createUnitTypes();
  const all = targets.map((target) =>
    [...target.references, ...(target.hints ?? []).map(({ text }) => text)].map((text) =>
      draftOf(text, concepts, types),
    ),
  );
  const typeWeights = weightsOfTypes(all, concepts, types.size);
  const demoted = new Set<number>();
  for (const unit of annotate(tokenise(question), concepts)) {
    for (const match of types.matches(unit)) if (match.similarity > 0.9) demoted.add(match.type);
  }
  return {
    concepts,
    types,
    typeWeights,
    demoted,
    targets: targets.map((target, i) => toTarget(target, all[i] ?? [], { typeWeights, demoted })),
    question: contentStems(question),
    echoes: echoes
      .flatMap(sentencesOf)
      .map(contentStems)
      .filter((stems) => stems.size >= MIN_ECHO_WORDS),
  };
}
