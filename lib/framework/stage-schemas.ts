/** Stages, levels and lengths as they come from outside. Apart from stages.ts, which pages carry and zod they need not. */
import * as z from "zod";
import { LENGTHS_MINUTES, LEVELS, STAGES } from "./stages";

export const stageSchema = z.enum(STAGES);
export const levelSchema = z.enum(LEVELS);
export const lengthMinutesSchema = z.literal(LENGTHS_MINUTES);
