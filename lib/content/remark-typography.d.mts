export function curlyQuotes(text: string, before?: string): string;
/** A remark plugin: returns a function that changes the tree in place. */
export default function remarkTypography(): (tree: object) => void;
