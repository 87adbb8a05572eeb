/**
 * Why no layers are proposed: nothing to read, nothing divided, too many parts for a list, nothing imports across, or next to nothing, too few
 * imports would fit, or a trial found that the layers cannot be written down for this project.
 */
export type Flat = 'no-sources' | 'no-parts' | 'too-many-parts' | 'no-imports' | 'few-imports' | 'no-direction' | 'no-names'
