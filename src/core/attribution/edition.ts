/**
 * The edition of the rules' code. It goes up with every change after which the same facts, page and moment may give
 * another decision, so that a verdict names the code that it can be reproduced with.
 */
export const engineEdition = 2;
