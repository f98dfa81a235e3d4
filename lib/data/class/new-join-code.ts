/** A fresh code from the machine's own source of chance; nobody can reckon the next one from those before. */
import "server-only";
import { randomBytes } from "node:crypto";
import { JOIN_CODE_LENGTH, joinCodeOf } from "@/lib/classroom/join-code";

/** Among 2^40 codes two classes never meet in practice; if they did, the unique index refuses the second. */
export const newJoinCode = (): string => joinCodeOf(randomBytes(JOIN_CODE_LENGTH));
