/** Why deals are decided again because of registrations that a file brought, or that were taken back with it. */
export const importedRegistrations = 'import.registrations';
