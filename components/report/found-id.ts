/** The anchor in the highlighted answer of a finding's place; both sides of the link use it. */
export const foundId = (findingId: string, place: number): string => `found-${findingId}-${place + 1}`;
