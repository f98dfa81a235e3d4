/** Everything that the interviewer may ask about and the report shows: contradictions, then what the board lacks. */
import type { Finding } from "@/lib/interview/finding";
import { checkBoard } from "./board-checks/check-board";
import { findContradictions, type PreparedRules } from "./contradictions/find-contradictions";
import type { DesignSources } from "./sources";

export const findFindings = (rules: PreparedRules, sources: DesignSources): Finding[] => [
  ...findContradictions(rules, sources),
  ...checkBoard(sources.board),
];
