/**
 * Reciprocal rank fusion (Cormack, Clarke & Büttcher, Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning
 * Methods, 2009): what one list gives to a document that it holds. Only ranks count, so lists whose scores have nothing in
 * common can be added.
 */

/** Damps the lead of the first ranks; the value of the paper. */
export const RRF_K = 60;

/** `w / (k + \mathrm{rank})`, ranks from 1. */
export const reciprocalRankShare = (rank: number, k = RRF_K, weight = 1): number => weight / (k + rank);
