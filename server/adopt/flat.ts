/** Why no layers are proposed: nothing to read, nothing divided, too many parts for a list, nothing imports across, or too few imports would fit. */
export type Flat = 'no-sources' | 'no-parts' | 'too-many-parts' | 'no-imports' | 'no-direction'
