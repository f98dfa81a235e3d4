/** What is stored of a token that was given out in a link: enough to recognise it, nothing to use it with. */
import "server-only";
import { createHash } from "node:crypto";

/** SHA-256, hexadecimal. Tokens are random and long, so no salt is needed. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
